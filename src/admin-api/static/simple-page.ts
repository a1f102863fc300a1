import type { Sentence } from '../../i18n/refusals.ts'

/** A page without the app: one sentence in each language. The sentences are ours and hold no markup. */
export const simplePage = ({ id, en }: Sentence): string =>
  page(`<p>${id}</p>
<p lang="en">${en}</p>
<p><a href="/">Ke halaman masuk <span lang="en">/ To the sign-in page</span></a></p>`)

/** The colours of the app's own pages; what is said in English stands back. */
const style = `
  :root { color-scheme: light dark; }
  body {
    display: grid; place-items: center; min-height: 100vh; margin: 0; padding: 1rem; box-sizing: border-box;
    font: 1rem/1.5 system-ui, sans-serif;
    background: light-dark(#f1f4f8, #14181d); color: light-dark(#17212b, #e3e8ee);
  }
  main {
    box-sizing: border-box; width: min(30rem, 100%); padding: 2rem; border-radius: 12px;
    background: light-dark(#ffffff, #1c2229); border: 1px solid light-dark(#d8dfe7, #303943);
  }
  h1 { display: flex; align-items: center; gap: .75rem; margin: 0 0 1rem; font-size: 1.25rem; }
  p { margin: 0 0 .75rem; }
  p[lang] { color: light-dark(#55626f, #9aa7b4); }
  p:last-child { margin: 1.25rem 0 0; }
  a { color: light-dark(#0f5b99, #74aee3); }
  button {
    width: 100%; margin-top: .75rem; padding: .6rem 1.4rem; border: 0; border-radius: 8px;
    font: inherit; font-weight: 600; background: #0f5b99; color: #ffffff; cursor: pointer;
  }
`

/** The frame of such a page; `content` is our own markup. */
export const page = (content: string): string => `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tanggap 112</title>
<style>${style}</style>
<body>
<main>
<h1><img src="/icon.svg" alt="" width="40" height="40">Tanggap 112</h1>
${content}
</main>
</body>
</html>
`
