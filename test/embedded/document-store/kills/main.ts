import { parseArgs } from 'node:util'
import { givenFolder } from '../process/given-store.ts'
import { runRounds } from './run-rounds.ts'

/** `npm run chaos:store -- --rounds 300 --seed 7` */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '300' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
})
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
const { folder, remove } = await givenFolder()
console.log(`${rounds} kills of the document store, seed ${seed}`)
const tally = await runRounds(folder, { rounds, seed })
await remove()
const { kills, acknowledged, underWay, carriedOut, milliseconds } = tally
console.log(
  `chaos:store: ${kills} kills, ${acknowledged} acknowledged writes, 0 lost; ${underWay} under way, ${carriedOut} of them whole, 0 halved; ${Math.round(milliseconds / kills)} ms a round`,
)
