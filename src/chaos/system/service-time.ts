/** From one machine moment on, service time runs on from here; both in ms. */
export interface ClockSetting {
  machine: number
  service: number
  rate: number
}

/** The service clock as this run sets it: it never runs back, and never stands. */
export class ServiceTime {
  readonly #settings: ClockSetting[] = [{ machine: 0, service: 0, rate: 1 }]

  now(): number {
    return serviceAt(this.#latest(), Date.now())
  }

  rate(): number {
    return this.#latest().rate
  }

  /** From now on it runs at this rate, `forwardMs` service ms ahead. */
  change({ rate = this.rate(), forwardMs = 0 }: { rate?: number; forwardMs?: number }): void {
    const machine = Date.now()
    this.#settings.push({ machine, service: serviceAt(this.#latest(), machine) + forwardMs, rate })
  }

  /** Service ms by which a clock with this setting is behind. */
  behind(setting: ClockSetting): number {
    return this.now() - serviceAt(setting, Date.now())
  }

  /** The first machine moment, ms, at which the service clock showed this or later. */
  machineAt(service: number): number {
    for (const [index, setting] of this.#settings.entries()) {
      const ends = this.#settings[index + 1]?.machine ?? Number.POSITIVE_INFINITY
      const machine = setting.machine + (service - setting.service) / setting.rate
      if (machine < ends) return Math.max(setting.machine, machine)
    }
    throw new Error('the service clock never shows this')
  }

  #latest(): ClockSetting {
    const latest = this.#settings.at(-1)
    if (!latest) throw new Error('the service clock was never set')
    return latest
  }
}

const serviceAt = ({ machine, service, rate }: ClockSetting, at: number): number =>
  Math.round(service + (at - machine) * rate)
