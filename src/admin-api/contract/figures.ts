import { z } from 'zod'
import { periodKinds } from '../../dispatch/figures/period.ts'
import { leftOutReasons } from '../../dispatch/figures/span.ts'
import { stages } from '../../dispatch/figures/stages.ts'
import { overStatuses } from '../../dispatch/incident/incident.ts'
import { callClasses } from '../../dispatch/vocabulary.ts'
import { exportLanguages, tableNames } from '../export/figure-tables.ts'

const count = z.number()
const seconds = z.number().nullable()
const instant = z.number()
const hours = z.array(count).length(24)
const agency = z.string().min(1).max(60)

const stepFigures = z
  .object({
    step: z.string(),
    name: z.object({ id: z.string(), en: z.string() }).nullable().meta({ description: 'null: a stage' }),
    basis: z.enum(['seed', 'reading', 'internal']).nullable(),
    count: count.meta({ description: 'How many the median and the 90th percentile are made of' }),
    medianSeconds: seconds,
    ninetiethSeconds: seconds,
    targetSeconds: seconds.meta({ description: 'What most of them were judged by; null: the standard names none' }),
    limitSeconds: seconds,
    targetChanged: z.boolean().meta({ description: 'Some were judged by another figure than the one that is shown' }),
    judged: count,
    withinTarget: count,
    withinLimit: count,
    leftOut: z.partialRecord(z.enum(leftOutReasons), count),
  })
  .meta({ id: 'StepFigures' })

export const figuresView = z
  .object({
    centre: z.string(),
    agency: z.string().nullable(),
    kind: z.enum(periodKinds),
    key: z.string(),
    from: instant,
    to: instant,
    timeZone: z.string(),
    profile: z.object({ id: z.string(), version: z.number(), source: z.string() }),
    calls: z.object({ total: count, byHour: z.record(z.enum(callClasses), hours) }),
    incidents: z.object({
      total: count,
      byHour: hours,
      byStatus: z.partialRecord(z.enum(overStatuses), count),
      byPriority: z.record(z.string(), count),
      byType: z.record(z.string(), count).meta({ description: "By run card's code; the empty one: nobody knew" }),
    }),
    stages: z.array(stepFigures),
    clocks: z.array(stepFigures),
    agencies: z.array(
      z.object({
        agency: z.string(),
        name: z.string(),
        jobs: count,
        left: count.meta({ description: 'Declined, handed back or stood down' }),
        answer: stepFigures,
        arrival: stepFigures,
      }),
    ),
    trend: z
      .array(
        z.object({
          key: z.string(),
          from: instant,
          to: instant,
          calls: count,
          incidents: count,
          stages: z.array(
            z.object({ step: z.enum(stages), medianSeconds: seconds, judged: count, withinTarget: count }),
          ),
        }),
      )
      .meta({ description: 'The periods before, oldest first, and this one' }),
  })
  .meta({ id: 'Figures' })

export const figuresQuery = z.strictObject({
  period: z
    .string()
    .min(1)
    .max(10)
    .meta({ description: 'A day, a month or a caturwulan: 2026-11-22, 2026-11, 2026-C3' }),
  agency: agency.exactOptional(),
})

const language = z.enum(exportLanguages).default('id')
export const exportQuery = figuresQuery.extend({ language })
export const csvQuery = exportQuery.extend({ table: z.enum(tableNames).default('steps') })
