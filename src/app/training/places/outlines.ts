import type { Outline, Position } from '../../../application/ports/places.ts'

/**
 * The districts of both training cities, drawn by eye and our own: they show about where a district lies, not where it
 * ends. Neighbours share their corners, so that no gap opens between them. Corners are [longitude, latitude].
 */
type Corners = Readonly<Record<string, Position>>

const draw = <C extends Corners>(corners: C, districts: Readonly<Record<string, readonly (keyof C)[]>>): Outline[] =>
  Object.entries(districts).map(([name, ring]) => {
    const positions = ring.map(corner => corners[corner] as Position)
    return { name, polygons: [[[...positions, positions[0] as Position]]] }
  })

/** c: coast, e: the city's other edge; the rest lies between districts. */
const semarang = {
  ...{ c1: [110.268, -6.955], c2: [110.33, -6.95], c3: [110.373, -6.952], c4: [110.398, -6.944] },
  ...{ c5: [110.442, -6.938], c6: [110.454, -6.944], c7: [110.508, -6.94] },
  ...{ e1: [110.511, -6.975], e2: [110.511, -7.015], e3: [110.5, -7.06], e4: [110.475, -7.09], e5: [110.44, -7.112] },
  ...{ e6: [110.4, -7.118], e7: [110.35, -7.122], e8: [110.325, -7.105], e9: [110.29, -7.095], e10: [110.275, -7.05] },
  ...{ e11: [110.285, -7.015], e12: [110.272, -6.978] },
  ...{ t1: [110.32, -6.985], t2: [110.352, -6.985], t3: [110.368, -6.985] },
  ...{ n1: [110.37, -7.005], n2: [110.372, -7.022], n3: [110.32, -7.03], n4: [110.35, -7.035], m1: [110.345, -7.07] },
  ...{ g1: [110.392, -7.03], g2: [110.4, -7.05], g3: [110.4, -7.085] },
  ...{ b1: [110.402, -6.968], b2: [110.405, -6.985], b3: [110.398, -7.002] },
  ...{ u1: [110.44, -6.962], u2: [110.428, -6.968], u3: [110.412, -6.971] },
  ...{ s1: [110.432, -6.985], s2: [110.418, -6.99], z1: [110.445, -7.008], z2: [110.428, -7.007] },
  ...{ z3: [110.413, -7.003], z4: [110.412, -7.022], k1: [110.442, -7.028], k2: [110.42, -7.034] },
  ...{ y1: [110.444, -6.985], y2: [110.445, -6.997], y3: [110.456, -6.968], y4: [110.457, -6.985] },
  ...{ y5: [110.455, -6.998], x1: [110.482, -6.972], x2: [110.48, -7.022], x3: [110.455, -7.012] },
  ...{ w1: [110.442, -7.075], w2: [110.438, -7.05] },
} as const satisfies Corners

const cilegon = {
  ...{ p1: [105.985, -5.905], p2: [106.03, -5.9], p3: [106.045, -5.93], q1: [106.02, -5.955], q2: [105.994, -5.958] },
  ...{ r1: [106.05, -5.96], r2: [106.035, -5.985], r3: [106.012, -5.995], r4: [105.99, -5.985] },
  ...{ v1: [106.075, -5.965], v2: [106.075, -5.99], v3: [106.045, -5.995] },
  ...{ j1: [106.08, -6.01], j2: [106.062, -6.015], j3: [106.038, -6.012] },
  ...{ i1: [106.03, -6.035], i2: [106, -6.045], i3: [105.985, -6.02], i4: [105.978, -5.998] },
  ...{ d1: [105.985, -6.075], d2: [105.94, -6.06], d3: [105.92, -6.035], d4: [105.948, -6.012] },
  ...{ h1: [106.082, -6.028], h2: [106.052, -6.03], f1: [106.095, -6.045], f2: [106.075, -6.08], f3: [106.03, -6.075] },
} as const satisfies Corners

export const trainingOutlines: Readonly<Record<string, readonly Outline[]>> = {
  SMG: draw(semarang, {
    Tugu: ['c1', 'c2', 'c3', 't3', 't2', 't1', 'e12'],
    Ngaliyan: ['e12', 't1', 't2', 't3', 'n1', 'n2', 'n4', 'n3', 'e11'],
    Mijen: ['e11', 'n3', 'n4', 'm1', 'e8', 'e9', 'e10'],
    Gunungpati: ['n4', 'n2', 'g1', 'g2', 'g3', 'e6', 'e7', 'e8', 'm1'],
    'Semarang Barat': ['c3', 'c4', 'b1', 'b2', 'b3', 'g1', 'n2', 'n1', 't3'],
    'Semarang Utara': ['c4', 'c5', 'u1', 'u2', 'u3', 'b1'],
    'Semarang Tengah': ['b1', 'u3', 'u2', 's1', 's2', 'b2'],
    'Semarang Timur': ['u2', 'u1', 'y1', 'y2', 's1'],
    'Semarang Selatan': ['b2', 's2', 's1', 'y2', 'y5', 'x3', 'z1', 'z2', 'z3', 'b3'],
    Gajahmungkur: ['b3', 'z3', 'z4', 'k2', 'g2', 'g1'],
    Candisari: ['z3', 'z2', 'z1', 'k1', 'k2', 'z4'],
    Gayamsari: ['c5', 'c6', 'y3', 'y4', 'y5', 'y2', 'y1', 'u1'],
    Genuk: ['c6', 'c7', 'e1', 'x1', 'y3'],
    Pedurungan: ['y3', 'x1', 'e1', 'e2', 'x2', 'x3', 'y5', 'y4'],
    Tembalang: ['x3', 'x2', 'e2', 'e3', 'e4', 'w1', 'w2', 'k1', 'z1'],
    Banyumanik: ['k2', 'k1', 'w2', 'w1', 'e4', 'e5', 'e6', 'g3', 'g2'],
  }),
  CLG: draw(cilegon, {
    Pulomerak: ['p1', 'p2', 'p3', 'q1', 'q2'],
    Grogol: ['q2', 'q1', 'p3', 'r1', 'r2', 'r3', 'r4'],
    Purwakarta: ['r1', 'v1', 'v2', 'v3', 'r2'],
    Jombang: ['r2', 'v3', 'v2', 'j1', 'j2', 'j3'],
    Citangkil: ['r4', 'r3', 'r2', 'j3', 'i1', 'i2', 'i3', 'i4'],
    Ciwandan: ['i4', 'i3', 'i2', 'd1', 'd2', 'd3', 'd4'],
    Cilegon: ['j3', 'j2', 'j1', 'h1', 'h2', 'i1'],
    Cibeber: ['i1', 'h2', 'h1', 'f1', 'f2', 'f3', 'i2'],
  }),
}
