import { parseArgs } from 'node:util'
import { givenFolder } from '../process/given-store.ts'
import { runRounds, type Tally } from './run-rounds.ts'

/** `npm run chaos:store -- --rounds 300 --seed 7` */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '300' }, seed: { type: 'string', default: String(Date.now() % 1e6) } },
})
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
const { folder, remove } = await givenFolder()
console.log(`${rounds} kills of the document store, seed ${seed}`)
const compared = ({ kills, acknowledged }: Readonly<Tally>): void => {
  if (kills > 0 && kills % 10 === 0) console.log(`${kills} kills, ${acknowledged} acknowledged writes, all there`)
}
const tally = await runRounds(folder, { rounds, seed, compared })
await remove()
const { kills, acknowledged, underWay, carriedOut, milliseconds } = tally
console.log(
  `chaos:store: ${kills} kills, ${acknowledged} acknowledged writes, 0 lost; ${underWay} under way, ${carriedOut} of them whole, 0 halved; ${Math.round(milliseconds / kills)} ms a round`,
)
