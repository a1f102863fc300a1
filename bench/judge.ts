/** Says each measure with its limit, and keeps count of what is over it. */
export const createJudge = (name: string) => {
  let broken = 0
  return {
    measure: (what: string, value: number, limit: number, unit: string): void => {
      const kept = value <= limit
      if (!kept) broken += 1
      const shown = `${value.toFixed(0)} ${unit}`.padStart(12)
      console.log(`${kept ? 'ok   ' : 'GAGAL'} ${what.padEnd(58)} ${shown}   batas ${limit} ${unit}`)
    },
    /** sets the exit code */
    end: (): void => {
      console.log(broken === 0 ? `${name}: semua dalam batas` : `${name}: ${broken} di luar batas`)
      process.exitCode = broken === 0 ? 0 : 1
    },
  }
}
