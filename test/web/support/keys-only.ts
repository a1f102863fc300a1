import { expect } from 'vitest'
import type { OperatorPage } from './operator-page.ts'

/** A form is never longer than this many presses of Tab. */
const mostTabs = 90

/** The desk by its keys alone: nothing here touches the mouse, and `mouseRests` proves that nothing else did. */
export class KeysOnly {
  readonly desk: OperatorPage

  private constructor(desk: OperatorPage) {
    this.desk = desk
  }

  static async at(desk: OperatorPage): Promise<KeysOnly> {
    await desk.page.evaluate(() => {
      addEventListener('pointerdown', () => document.body.setAttribute('data-pointed', ''), { capture: true })
    })
    return new KeysOnly(desk)
  }

  async mouseRests(): Promise<void> {
    expect(await this.desk.page.locator('body[data-pointed]').count(), 'the mouse was used').toBe(0)
  }

  press(key: string): Promise<void> {
    return this.desk.page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.desk.page.keyboard.type(text)
  }

  /** Presses Tab until what is named so has the focus, as somebody does who looks where it went. */
  async goTo(role: 'textbox' | 'combobox' | 'checkbox' | 'radio' | 'button', name: string): Promise<void> {
    const wanted = this.desk.page.getByRole(role, { name, exact: true })
    // chips and segments hide the box that takes the focus behind their own drawing
    await wanted.first().waitFor({ state: 'attached' })
    const focused = () => wanted.first().evaluate(node => node === document.activeElement)
    for (let tabs = 0; tabs < mostTabs; tabs++) {
      if (await focused()) return
      await this.press('Tab')
    }
    throw new Error(`${mostTabs} presses of Tab do not lead to ${role} "${name}"`)
  }

  async fill(label: string, text: string): Promise<void> {
    await this.goTo('textbox', label)
    await this.type(text)
  }

  async chooses(role: 'checkbox' | 'radio' | 'button', name: string): Promise<void> {
    await this.goTo(role, name)
    await this.press('Space')
  }
}
