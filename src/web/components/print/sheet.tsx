import type { ReactNode } from 'react'

/** A sheet of A4. */
export const Sheet = ({ label, children }: { label: string; children: ReactNode }) => (
  <article className="sheet" aria-label={label}>
    {children}
  </article>
)

interface PartProps {
  title: string
  overleaf?: boolean
  children: ReactNode
}

/** `overleaf`: begins on the back. */
export const SheetPart = ({ title, overleaf = false, children }: PartProps) => (
  <section className={overleaf ? 'sheet-part sheet-overleaf' : 'sheet-part'}>
    <h2>{title}</h2>
    {children}
  </section>
)
