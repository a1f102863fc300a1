import type { TalkView } from '../../../../admin-api/contract/index.ts'
import { useTimes } from '../../../hooks/use-centre.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'

/** One message: who said it, its words, and for ours what became of it in each group. */
export const TalkMessage = ({ message }: { message: TalkView }) => {
  const { t } = useLanguage()
  const { time } = useTimes()
  const { agency, direction, by, text, kind, versions } = message
  const words = text === '' ? t.talk.kinds[kind] : text
  const marks = [
    versions.length > 1 && t.talk.edited(versions.length - 1),
    message.report && t.talk.report,
    message.victims !== undefined && t.talk.victims(message.victims),
    message.urgent && t.talk.urgent,
  ].filter(Boolean)
  return (
    <li className="talk-message" data-direction={direction}>
      <span className="talk-head">
        <strong>{direction === 'out' ? t.talk.room : agency}</strong>
        <span>{by}</span>
        <time>{time(message.at)}</time>
      </span>
      {message.photo !== undefined && <img src={message.photo} alt={words ?? ''} loading="lazy" />}
      <span className="long-text">{words}</span>
      {message.place && (
        <a
          href={`https://www.openstreetmap.org/?mlat=${message.place.lat}&mlon=${message.place.lng}#map=17/${message.place.lat}/${message.place.lng}`}
          target="_blank"
          rel="noreferrer"
        >
          {t.talk.map}
        </a>
      )}
      {marks.length > 0 && <span className="talk-marks">{marks.join(' · ')}</span>}
      {message.to && (
        <span className="talk-to">
          {message.to.map(({ assignment, agency: receiver, delivery }) => (
            <span key={assignment} data-delivery={delivery}>
              {receiver}: {t.reach[delivery]}
            </span>
          ))}
        </span>
      )}
    </li>
  )
}
