import { describe, expect, it } from 'vitest'
import { parsePoint } from '../../src/web/intake/parse-point.ts'

const at = (lat: number, lng: number) => ({ ok: true, lat, lng })

describe('a pasted point', () => {
  it.each([
    ['-6.9592, 110.4175', at(-6.9592, 110.4175)],
    ['-6.9592 110.4175', at(-6.9592, 110.4175)],
    ['  -6.9592;110.4175 ', at(-6.9592, 110.4175)],
    ['(-6.9592, 110.4175)', at(-6.9592, 110.4175)],
    ['−6.9592, 110.4175', at(-6.9592, 110.4175)],
    ['-7, 110', at(-7, 110)],
    ['-6,9592; 110,4175', at(-6.9592, 110.4175)],
    ['-6,9592, 110,4175', at(-6.9592, 110.4175)],
    ['geo:-6.9592,110.4175?q=rumah', at(-6.9592, 110.4175)],
    ['110.4175, -6.9592', at(-6.9592, 110.4175)],
    [`6°57'33.1"S 110°25'03"E`, at(-6.959194, 110.4175)],
    [`6° 57' 33" LS 110° 25' 3" BT`, at(-6.959167, 110.4175)],
  ])('reads %s', (pasted, point) => {
    expect(parsePoint(pasted)).toEqual(point)
  })

  it.each([
    'https://www.google.com/maps/place/Jl.+Lodan/@-6.95,110.41,17z/data=!3m1!4b1!4m6!3m5!1s0x0:0x0!8m2!3d-6.9592!4d110.4175',
    'https://www.google.com/maps?q=-6.9592,110.4175',
    'https://maps.google.com/?q=loc:-6.9592%2C110.4175&z=17',
    'https://www.google.com/maps/search/-6.9592,+110.4175?entry=tts',
    'https://www.google.com/maps/search/?api=1&query=-6.9592%2C110.4175',
    'https://www.google.com/maps/@-6.9592,110.4175,15z',
    'https://www.openstreetmap.org/?mlat=-6.9592&mlon=110.4175#map=17/-6.95/110.41',
    'https://www.openstreetmap.org/#map=17/-6.9592/110.4175',
  ])('finds the place in a link: %s', link => {
    expect(parsePoint(link)).toEqual(at(-6.9592, 110.4175))
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://maps.app.goo.gl/Qx7aB', 'shortLink'],
    ['https://goo.gl/maps/Qx7aB', 'shortLink'],
    ['dekat musala', 'unreadable'],
    ['110', 'unreadable'],
    ['-6.9592, 110.4175, 12', 'unreadable'],
    ['https://www.google.com/maps/place/Semarang', 'unreadable'],
    ['https://example.org/%E0%A4%A', 'unreadable'],
    ['95, 200', 'outsideWorld'],
    ['-6.9, 190.5', 'outsideWorld'],
  ])('says what is wrong with "%s"', (pasted, problem) => {
    expect(parsePoint(pasted)).toEqual({ ok: false, problem })
  })
})
