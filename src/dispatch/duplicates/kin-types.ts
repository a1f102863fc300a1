/**
 * Kinds of incidents that two callers may name for one and the same event: what one sees as a crash, another sees as a
 * traffic jam, or only the burning car. A type may stand in several groups.
 */
export const kinTypes: readonly (readonly string[])[] = [
  ['KBK-BGN', 'KBK-KDR', 'KBK-LHN', 'GAS', 'LISTRIK'],
  ['LAKA', 'LALIN', 'KA', 'KBK-KDR', 'JEPIT', 'MED'],
  ['MED', 'MED-LHR', 'AMB', 'BDR', 'MYT'],
  ['BJR', 'ROB', 'LSR', 'TGLM'],
  ['LAUT', 'TGLM', 'HLG'],
  ['ANG', 'PHN', 'LISTRIK', 'LSR', 'BJR', 'LALIN'],
  ['KDRT', 'KRM', 'KTB', 'ODGJ', 'BDR'],
]

export const areKin = (one: string, other: string): boolean =>
  one !== other && kinTypes.some(group => group.includes(one) && group.includes(other))
