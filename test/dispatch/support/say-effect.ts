import type { IncidentEffect } from '../../../src/dispatch/incident/effects.ts'

/** The agency of an assignment's id, or of a clock's key. */
const agencyIn = (id: string): string => id.split('/')[1] ?? id
const agencies = (ids: readonly string[]): string => ids.map(agencyIn).join(',')

/** `S4a` or `S4a DAMKAR`. */
export const sayClock = (key: string): string => {
  const [id, assignment] = key.split(':')
  return assignment === undefined ? key : `${id} ${agencyIn(assignment)}`
}

/** An effect in one line, for stories that list everything that was sent. */
export const sayEffect = (effect: IncidentEffect): string => {
  switch (effect.kind) {
    case 'alert':
      return `alert ${agencyIn(effect.assignment)}`
    case 'contact':
      return `alert ${agencyIn(effect.assignment)} ${effect.to}`
    case 'refreshCards':
      return 'cards'
    case 'update':
      return `update ${effect.fields.join(',')} to ${agencies(effect.assignments)}`
    case 'ping':
      return `ping ${sayClock(effect.clock)} at ${effect.rung}: ${effect.recipients.join(',')} (${agencies(effect.assignments)})${effect.officersTold ? ` but not the officer of ${agencies(effect.officersTold)}` : ''}`
    case 'helpPing':
      return [
        ...['help', effect.item.split('/')[0]],
        ...(effect.assignment === undefined ? [] : [agencyIn(effect.assignment)]),
        ...(effect.rung === undefined ? [] : ['at', effect.rung]),
      ].join(' ')
    case 'refreshPings':
      return `pings of ${sayClock(effect.clock)}`
    case 'reportPrompt':
      return `report asked of ${agencyIn(effect.assignment)} again`
    case 'reportReturned':
      return `report returned to ${agencyIn(effect.assignment)}`
    case 'message':
      return `message${effect.venue ? ' with place' : ''}${effect.urgent ? ', urgent,' : ''} to ${agencies(effect.assignments)}`
    case 'closureNotice':
      return `closure ${agencyIn(effect.assignment)}`
    case 'markCall':
      return `call hears ${effect.mark}`
    case 'tellWithdrawn':
      return `call hears ${effect.instead.kind === 'referred' ? 'referred' : effect.instead.callClass}`
    case 'offerHandOver':
      return `offer ${effect.incident}`
    case 'forwardFacts':
      return `forward ${effect.fields.join(',')}`
    case 'recallHandOver':
      return `recall ${effect.incident}`
    case 'answerHandOver':
      return `answer ${effect.incident}: ${effect.answer.result}`
    case 'sitrepPrompt':
      return `sitrep? ${agencies(effect.assignments)}`
    case 'giveReports':
      return `give ${effect.reports.map(({ call }) => call).join(',')} and ${agencies(effect.carried.map(({ assignment }) => assignment.id)) || 'nobody'} to ${effect.into}`
    case 'dropReports':
      return `let go at ${effect.into}`
    case 'moveCall':
      return `call ${effect.call} goes to ${effect.into}`
    case 'returnCall':
      return `call ${effect.call} comes back`
    case 'keepFigures':
      return 'figures'
    case 'carriedCard':
      return `card ${agencyIn(effect.assignment)}`
    default:
      return effect satisfies never
  }
}
