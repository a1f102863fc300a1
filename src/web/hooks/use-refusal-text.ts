import { useCallback } from 'react'
import { Refused, Unreachable } from '../api/errors.ts'
import { useLanguage } from '../lang/language-provider.tsx'

/** What went wrong, as a sentence in the chosen language; the server's own sentence where it sent one. */
export const useRefusalText = (): ((error: unknown) => string) => {
  const { t, pick } = useLanguage()
  return useCallback(
    error => {
      if (error instanceof Unreachable) return t.errors.unreachable
      if (!(error instanceof Refused)) return t.errors.unexpected
      const sentence = error.sentences ? pick(error.sentences) : t.errors.withCode(error.code)
      return error.fields.length > 0 ? `${sentence} (${error.fields.join(', ')})` : sentence
    },
    [t, pick],
  )
}
