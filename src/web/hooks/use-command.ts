import { useMutation } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { newKey } from '../api/idempotency-key.ts'
import { useLanguage } from '../lang/language-provider.tsx'
import { useNotice } from './use-notice.ts'
import { useRefusalText } from './use-refusal-text.ts'

/** A command without input is sent without one. */
type Given<Input> = [Input] extends [undefined] ? [] : [input: Input]

export interface Command<Input> {
  /** Sends the command; a second press while one is under way does nothing. */
  send: (...given: Given<Input>) => void
  busy: boolean
  /** the input under way, for marking the one button that was pressed */
  input: Input | undefined
}

interface Options<Result> {
  onDone?: (result: Result) => void
  /** shown for a moment when it was done */
  said?: string | ((result: Result) => string)
  /** true: the form says it itself */
  onRefused?: (error: Error) => boolean
}

/** A command with a fresh idempotency key; a refusal shows the server's sentence and changes nothing. */
export const useCommand = <Input, Result>(
  run: (input: Input, key: string) => Promise<Result>,
  { onDone, said, onRefused }: Options<Result> = {},
): Command<Input> => {
  const { t } = useLanguage()
  const refusalText = useRefusalText()
  const underWay = useRef(false)
  const notice = useNotice()

  const mutation = useMutation({
    mutationFn: (input: Input) => run(input, newKey()),
    onSuccess: result => {
      onDone?.(result)
      const message = typeof said === 'function' ? said(result) : said
      if (message !== undefined) notice({ message, color: 'teal', autoClose: 3_000 })
    },
    onError: error => {
      if (onRefused?.(error)) return
      const message = refusalText(error)
      notice({ title: t.common.notDone, message, color: 'red', autoClose: 10_000 })
    },
    onSettled: () => {
      underWay.current = false
    },
  })

  const { mutate } = mutation
  const send = useCallback(
    (...given: Given<Input>) => {
      // Two presses may come before the button has been drawn as busy.
      if (underWay.current) return
      underWay.current = true
      mutate(given[0] as Input)
    },
    [mutate],
  )
  return { send, busy: mutation.isPending, input: mutation.isPending ? mutation.variables : undefined }
}
