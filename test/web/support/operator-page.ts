import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'

/** How long a story waits for what it expects, in machine ms. */
const patienceMs = 45_000

/** The page as a person uses it: everything is found by its role and its name. */
export class OperatorPage {
  readonly page: Page
  /** errors of the page and its console; a story ends with this list empty */
  readonly problems: string[] = []

  private constructor(page: Page) {
    this.page = page
    page.setDefaultTimeout(patienceMs)
    page.on('pageerror', error => this.problems.push(error.message))
    page.on('console', message => {
      // Nobody is signed in at first: that is no problem of the page.
      if (message.type() === 'error' && !message.text().includes('401')) this.problems.push(message.text())
    })
  }

  static async open(
    browser: Browser,
    url: string,
    centre: string,
    options: BrowserContextOptions = {},
  ): Promise<OperatorPage> {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, ...options })
    await context.addInitScript(code => localStorage.setItem('tanggap.centre', code), centre)
    return OperatorPage.in(context, url)
  }

  /** A further tab of a browser that is there: it shares the sign-in and what the browser keeps. */
  static async in(context: BrowserContext, url: string): Promise<OperatorPage> {
    const page = await context.newPage()
    const desk = new OperatorPage(page)
    await page.goto(url)
    await page.getByRole('button').first().waitFor()
    return desk
  }

  close(): Promise<void> {
    return this.page.context().close()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
  }

  field(label: string): Locator {
    const name = { name: label, exact: true }
    return this.page.getByRole('textbox', name).or(this.page.getByRole('combobox', name))
  }

  async waitForOpenCall(): Promise<void> {
    await this.page.getByRole('region', { name: 'Golongkan panggilan' }).waitFor()
    await this.page.getByText('Belum digolongkan', { exact: true }).waitFor()
  }

  /** A call rings and is a real emergency of this type. */
  async takes(words: string, name: string): Promise<void> {
    await this.page.keyboard.press('F2')
    await this.waitForOpenCall()
    await this.page.keyboard.press('1')
    await this.chooseType(words, name)
  }

  /** The agencies are proposed and may be sent. */
  planIsReady(): Promise<void> {
    return this.button(/^Kirim ke \d+ OPD/)
      .and(this.page.locator(':enabled'))
      .waitFor()
  }

  /** Sends the proposal as it is. */
  async sendsByKey(): Promise<void> {
    await this.planIsReady()
    await this.page.keyboard.press('F9')
  }

  async chooseType(words: string, name: string): Promise<void> {
    await this.field('Jenis kejadian').click()
    await this.page.keyboard.type(words)
    await this.page.getByRole('option', { name }).click()
  }

  answerUnknown(field: string): Promise<void> {
    return this.button(`${field}: tidak diketahui`).click()
  }

  tick(agency: string): Promise<void> {
    return this.page.getByRole('checkbox', { name: `Kirim ke ${agency}`, exact: true }).check()
  }

  async seesStatus(agency: string, status: string): Promise<void> {
    await this.page
      .locator(`li.assignment[data-agency="${agency}"]`)
      .getByText(status, { exact: true })
      .first()
      .waitFor()
  }

  /** Records an action on the agency's behalf, as heard by radio. */
  async record(agency: string, action: string): Promise<void> {
    await this.#choose(agency, action)
    await this.#send('Catat')
  }

  async report(agency: string, text: string): Promise<void> {
    await this.#choose(agency, 'Kirim laporan')
    await this.dialogFill('Isi laporan', text, 'Catat')
  }

  async standDown(agency: string, reason: string): Promise<void> {
    await this.#choose(agency, 'Tarik OPD')
    await this.dialogFill('Alasan', reason, 'Tarik OPD')
  }

  /** Fills a field of the open dialog; with a button's name also sends it. */
  async dialogFill(label: string, text: string, send?: string): Promise<void> {
    await this.page.getByRole('dialog').getByLabel(label, { exact: true }).fill(text)
    if (send !== undefined) await this.#send(send)
  }

  async #choose(agency: string, item: string): Promise<void> {
    await this.button(`Catat atas nama ${agency}`).click()
    await this.page.getByRole('menuitem', { name: item, exact: true }).click()
  }

  async #send(button: string): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: button, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}
