import { useLanguage } from '../../lang/language-provider.tsx'

/** Training must never be taken for the real thing, nor the other way round. */
export const GladiBanner = () => {
  const { t } = useLanguage()
  return (
    <div className="gladi" role="note">
      <span>{t.app.gladi}</span>
    </div>
  )
}
