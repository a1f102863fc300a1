import { Checkbox } from '@mantine/core'
import { useLanguage } from '../../lang/language-provider.tsx'
import { guidanceOf } from './guidance-words.ts'
import { useAsked } from './use-asked.ts'

/** Three key questions to tick as asked, and what the caller is told meanwhile; loaded apart from the first page. */
export default function Guidance({ incident, type }: { incident: string; type: string }) {
  const { t, lang } = useLanguage()
  const { ask, tell } = guidanceOf(type, lang)
  const [asked, flip] = useAsked(incident, type)
  return (
    <div className="guidance">
      <fieldset className="guidance-ask">
        <legend>{t.guidance.ask}</legend>
        {ask.map((question, index) => (
          <Checkbox
            key={question}
            size="sm"
            label={question}
            checked={asked.includes(index)}
            onChange={() => flip(index)}
          />
        ))}
      </fieldset>
      <div>
        <h3>{t.guidance.tell}</h3>
        <ul className="guidance-tell">
          {tell.map(advice => (
            <li key={advice}>{advice}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
