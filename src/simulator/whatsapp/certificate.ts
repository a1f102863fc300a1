import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** The tags of ASN.1 that a certificate needs. */
const TAG = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const

const OID = {
  commonName: [0x55, 0x04, 0x03],
  subjectAltName: [0x55, 0x1d, 0x11],
  ecdsaWithSha256: [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
} as const

/** A day, and the life of a certificate that is made anew at every start, in ms. */
const DAY_MS = 86_400_000
const LIFE_MS = 365 * DAY_MS

/**
 * A self-signed certificate for one host name (X.509 v3, P-256). Node reads such certificates but does not make them; the
 * packages that do bring a whole cryptography stack for these forty lines, and the browser is told to trust this one by flag.
 */
export function makeCertificate(host: string, now: number): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(set(sequence(tagged(TAG.oid, OID.commonName), tagged(TAG.utf8, Buffer.from(host)))))
  const algorithm = sequence(tagged(TAG.oid, OID.ecdsaWithSha256))
  const altName = sequence(tagged(0x82, Buffer.from(host)))
  const body = sequence(
    tagged(0xa0, tagged(TAG.integer, [2])),
    tagged(TAG.integer, [1, ...randomBytes(15)]),
    algorithm,
    name,
    sequence(time(now - DAY_MS), time(now + LIFE_MS)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(sequence(tagged(TAG.oid, OID.subjectAltName), tagged(TAG.octets, altName)))),
  )
  const signature = sign('sha256', body, privateKey)
  const certificate = sequence(body, algorithm, tagged(TAG.bits, Buffer.concat([Buffer.from([0]), signature])))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}

function tagged(tag: number, content: Iterable<number>): Buffer {
  const bytes = Buffer.from([...content])
  const size = bytes.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), bytes])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(TAG.sequence, Buffer.concat(parts))
const set = (...parts: readonly Buffer[]): Buffer => tagged(TAG.set, Buffer.concat(parts))

/** UTCTime, `YYMMDDhhmmssZ`. */
const time = (ms: number): Buffer =>
  tagged(TAG.time, Buffer.from(`${new Date(ms).toISOString().slice(2, 19).replace(/\D/g, '')}Z`))
