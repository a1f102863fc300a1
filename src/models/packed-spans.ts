import type { AgencyFacts } from '../dispatch/figures/incident-facts.ts'
import type { LeftOutReason, Span } from '../dispatch/figures/span.ts'
import type { Upcaster } from './document.ts'

/**
 * Spans as one text: nothing searches in them, a year's figures read a hundred thousand of them, and a text is read
 * several times as fast as a list of documents.
 */
type Packed =
  | readonly [step: string, leftOut: LeftOutReason]
  | readonly [step: string, seconds: number, targetSeconds?: number, limitSeconds?: number]

const pack = (span: Span): Packed => {
  if ('leftOut' in span) return [span.step, span.leftOut]
  const { step, seconds, targetSeconds, limitSeconds } = span
  // the standard names both or neither
  return targetSeconds === undefined || limitSeconds === undefined
    ? [step, seconds]
    : [step, seconds, targetSeconds, limitSeconds]
}

const unpack = ([step, measured, targetSeconds, limitSeconds]: Packed): Span => {
  if (typeof measured === 'string') return { step, leftOut: measured }
  return targetSeconds === undefined || limitSeconds === undefined
    ? { step, seconds: measured }
    : { step, seconds: measured, targetSeconds, limitSeconds }
}

export const packSpans = (spans: readonly Span[]): string => JSON.stringify(spans.map(pack))
export const unpackSpans = (text: string): Span[] => (JSON.parse(text) as Packed[]).map(unpack)

type PackedAgency = readonly [agency: string, lead: boolean, left: boolean, spans: readonly Packed[]]

export const packActed = (acted: readonly AgencyFacts[]): string =>
  JSON.stringify(acted.map(({ agency, lead, left, spans }) => [agency, lead, left, spans.map(pack)]))
export const unpackActed = (text: string): AgencyFacts[] =>
  (JSON.parse(text) as PackedAgency[]).map(([agency, lead, left, spans]) => {
    return { agency, lead, left, spans: spans.map(unpack) }
  })

/** Records had lists of documents at first; either may not have been read. */
export const listsToTexts: Upcaster = ({ spans, acted, ...record }) => ({
  ...record,
  ...(spans !== undefined && { spans: packSpans(spans as Span[]) }),
  ...(acted !== undefined && { acted: packActed(acted as AgencyFacts[]) }),
})
