import { useSigned } from '../../hooks/use-centre.tsx'
import { useAgencies } from '../../hooks/use-service.ts'
import { letterOf } from '../../intake/letters.ts'
import { useLanguage } from '../../lang/language-provider.tsx'
import { callClasses, hazards, reportOutcomes, victimKinds } from '../../words.ts'
import { Sheet, SheetPart } from './sheet.tsx'

/** What is asked, in the order in which callers tell, and how much room its answer wants. */
const asked = [
  { field: 'type', lines: 1 },
  { field: 'location', lines: 1 },
  { field: 'address', lines: 1 },
  { field: 'landmark', lines: 1 },
  { field: 'condition', lines: 2 },
  { field: 'handlingSoFar', lines: 1 },
] as const

/** The empty form for outages: fields a-h, times, and every agency with its duty numbers. */
export const PrintedForm = () => {
  const { t } = useLanguage()
  const { centre } = useSigned()
  const agencies = (useAgencies(true).data ?? []).filter(({ active }) => active)
  const { form } = t.print
  return (
    <Sheet label={form.title}>
      <header className="sheet-head">
        <div>
          <h1>{form.title}</h1>
          <p>{form.use}</p>
        </div>
        <strong>{centre.name}</strong>
      </header>
      <Blanks labels={[form.date, form.officer, form.sheet]} />
      <Blanks
        letter={letterOf.reporterName}
        labels={[t.paper.times.openedAt, t.paper.times.endedAt, t.call.phone, t.call.name]}
      />
      <Boxes title={form.callClass} labels={callClasses.map(one => t.call.classes[one])} />
      <SheetPart title={t.print.answers}>
        {asked.map(({ field, lines }) => (
          <div key={field} className="sheet-question" data-lines={lines}>
            <span className="sheet-letter">{letterOf[field]}</span>
            <span>{t.intake.fields[field]}</span>
          </div>
        ))}
        <Boxes title={t.intake.fields.hazards} labels={hazards.map(one => t.intake.hazards[one])} />
        <Boxes
          letter={letterOf.passable}
          title={t.intake.fields.passable}
          labels={[form.yes, form.no, t.common.unknown]}
        />
        <Blanks letter={letterOf.victims} labels={victimKinds.map(one => t.intake.victims[one])} />
        <Blanks labels={[t.paper.times.submittedAt, t.paper.times.dispatchedAt, t.paper.times.finishedAt]} />
      </SheetPart>
      <SheetPart title={t.print.agencies} overleaf>
        <table className="sheet-table sheet-blank">
          <colgroup>
            <col style={{ width: '16%' }} />
            <col style={{ width: '20%' }} />
            <col span={4} style={{ width: '11%' }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{t.paper.agenciesPart}</th>
              <th scope="col">{form.dutyPhone}</th>
              <th scope="col">{t.paper.agencyTimes.toldAt}</th>
              <th scope="col">{t.paper.agencyTimes.acknowledgedAt}</th>
              <th scope="col">{t.paper.agencyTimes.onSceneAt}</th>
              <th scope="col">{t.paper.agencyTimes.clearedAt}</th>
              <th scope="col">{form.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {agencies.map(({ code, dutyPhones }) => (
              <tr key={code}>
                <th scope="row">{code}</th>
                <td>{dutyPhones.join(', ')}</td>
                <td />
                <td />
                <td />
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
        <p className="sheet-small">
          {form.outcome}: {reportOutcomes.map(one => t.report.outcomes[one]).join(' · ')}
        </p>
      </SheetPart>
      <div className="sheet-question" data-lines={3}>
        <span />
        <span>{form.notes}</span>
      </div>
    </Sheet>
  )
}

const Blanks = ({ letter, labels }: { letter?: string; labels: readonly string[] }) => (
  <div className="sheet-blanks">
    {letter !== undefined && <b className="sheet-letter">{letter}</b>}
    {labels.map(label => (
      <span key={label}>{label}</span>
    ))}
  </div>
)

const Boxes = ({ letter, title, labels }: { letter?: string; title: string; labels: readonly string[] }) => (
  <p className="sheet-boxes">
    {letter !== undefined && <b className="sheet-letter">{letter}</b>}
    <strong>{title}</strong>
    {labels.map(label => (
      <span key={label}>☐ {label}</span>
    ))}
  </p>
)
