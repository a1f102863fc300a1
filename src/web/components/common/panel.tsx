import { type ReactNode, useId } from 'react'

interface Props {
  title: string
  /** to the right of the title */
  aside?: ReactNode
  tone?: 'alarm' | 'notice'
  children: ReactNode
}

/** A titled region; screen readers and tests find it by its name. */
export const Panel = ({ title, aside, tone, children }: Props) => {
  const id = useId()
  return (
    <section className={tone ? `panel panel-${tone}` : 'panel'} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  )
}
