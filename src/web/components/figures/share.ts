/** A share as people read it: 92 %. */
export const shareOf = ({ judged, withinTarget }: { judged: number; withinTarget: number }): string =>
  `${Math.round((withinTarget / judged) * 100)} %`
