import { randomUUID } from 'node:crypto'

/** A signed-in user of the HTTP API. @throws with the refusal's code when a request is refused */
export const signIn = async (link: string) => {
  const { origin } = new URL(link)
  const answer = await fetch(link, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const request = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answered = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answered)}`)
    return answered as Answer
  }
  return {
    get: <Answer>(path: string) => request<Answer>('GET', path),
    post: <Answer>(path: string, body: unknown = {}) => request<Answer>('POST', path, body),
    patch: <Answer>(path: string, body: unknown) => request<Answer>('PATCH', path, body),
  }
}

export type Desk = Awaited<ReturnType<typeof signIn>>

const intake = {
  type: { known: 'RSC' },
  location: { known: 'Kelurahan Contoh' },
  address: { known: 'Jl. Contoh 1' },
  landmark: 'unknown',
  point: { known: { lat: -6.99, lng: 110.42, accuracyMetres: 50 } },
  condition: { known: 'Cincin tersangkut' },
  passable: { known: true },
  handlingSoFar: 'unknown',
  victims: { known: { injured: 0 } },
  hazards: [],
}

interface Place {
  lat: number
  lng: number
}

/** A whole call up to the moment before the alert: opened, classified, asked, submitted. Returns the incident's id. */
export const takeCall = async (desk: Desk, centre: string, place?: Place): Promise<string> => {
  const calls = `/api/centres/${centre}/calls`
  const call = await desk.post<{ id: string }>(calls, { phone: '+62000000000' })
  const { incident } = await desk.post<{ incident: string }>(`${calls}/${call.id}/classify`, { callClass: 'normal' })
  const path = `/api/centres/${centre}/incidents/${incident}`
  const point = place && { known: { ...place, accuracyMetres: 50 } }
  await desk.patch(`${path}/intake`, { ...intake, ...(point && { point }) })
  await desk.post(`${path}/submit`)
  return incident
}

/** Sends the alert to these agencies, the first one leads. */
export const dispatch = (desk: Desk, centre: string, incident: string, ...agencies: string[]) =>
  desk.post(`/api/centres/${centre}/incidents/${incident}/dispatch`, {
    agencies: agencies.map((agency, position) => ({
      agency,
      role: position === 0 ? 'lead' : 'support',
      duty: 'act',
    })),
  })
