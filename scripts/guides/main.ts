import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { takePictures } from './pictures.ts'
import { openStage } from './stage.ts'

/** Makes the pictures of docs/panduan anew, from the running product in training. */
const folder = 'docs/panduan/gambar'

const stage = await openStage()
try {
  mkdirSync(folder, { recursive: true })
  await takePictures(stage, async (name, of) => {
    await of.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    console.log(`${name}.png`)
  })
} finally {
  await stage.close()
}
