import type { Sentence } from '../../i18n/refusals.ts'

/** A page without the app: one sentence in each language. The sentences are ours and hold no markup. */
export const simplePage = ({ id, en }: Sentence): string =>
  page(`<p>${id}</p>
<p lang="en" style="color: #555">${en}</p>
<p><a href="/">Tanggap 112</a></p>`)

/** The frame of such a page; `content` is our own markup. */
export const page = (content: string): string => `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tanggap 112</title>
<body style="font-family: system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem; line-height: 1.5">
<h1>Tanggap 112</h1>
${content}
</body>
</html>
`
