import { page } from './simple-page.ts'

/**
 * The page that a one-time sign-in link opens. `secret` is one that we made: letters, digits, - and _.
 * @throws Error for anything else, which must not stand in a page
 */
export const enterPage = (secret: string): string => {
  if (!/^[\w-]+$/.test(secret)) throw new Error('no secret of ours')
  return page(`<p>Tekan tombol untuk masuk. Tautan ini berlaku satu kali saja.</p>
<p lang="en">Press the button to sign in. This link works only once.</p>
<form method="post" action="/masuk">
<input type="hidden" name="kunci" value="${secret}">
<button type="submit">Masuk <span lang="en">/ Sign in</span></button>
</form>`)
}
