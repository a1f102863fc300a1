import { Button } from '@mantine/core'
import type {
  AttentionItem,
  IncidentView,
  JoiningAgency,
  ProposedAgencyView,
} from '../../../admin-api/contract/index.ts'
import { useRights } from '../../hooks/use-rights.ts'
import { useIncidentCommand } from '../../hooks/use-service.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

/** Who left the incident is replaced; who asks for help gets somebody beside them. */
const leaves: readonly AttentionItem['kind'][] = ['declined', 'handedBack', 'unreachable', 'phonesSilent']

/** The next proposal beside a call for help: one press alerts it. */
export const Substitutes = ({ incident, item }: { incident: IncidentView; item: AttentionItem }) => {
  const { t } = useLanguage()
  const { owns } = useRights()
  const add = useIncidentCommand(incident.id, (commands, agency: JoiningAgency, key) => commands.addAgency(agency, key))
  const helped = incident.assignments.find(({ id }) => id === item.assignment)
  if (!owns || !helped || !incident.allowed.includes('addAgency')) return null
  const replaces = leaves.includes(item.kind) && helped.replacedBy === null
  const here = new Set(incident.assignments.filter(({ status }) => status !== 'declined').map(({ agency }) => agency))
  const proposed = incident.proposal.agencies.filter(
    ({ agency, reasons }) =>
      !here.has(agency) && reasons.some(reason => reason.kind === 'substitute' && reason.assignment === helped.id),
  )
  const join = ({ agency, post }: ProposedAgencyView) =>
    add.send({
      agency,
      role: replaces ? helped.role : 'support',
      duty: 'act',
      ...(post && { post: post.code }),
      ...(replaces && { replaces: helped.id }),
    })
  return proposed.map(proposal => (
    <Button
      key={proposal.agency}
      size="compact-sm"
      color="red.8"
      aria-label={
        replaces ? t.substitute.insteadOf(proposal.agency, helped.agency) : t.substitute.also(proposal.agency)
      }
      loading={add.input?.agency === proposal.agency}
      onClick={() => join(proposal)}
    >
      {t.substitute.send(proposal.agency)}
    </Button>
  ))
}
