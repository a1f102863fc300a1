/** English has a singular: "1 call-back", "2 call-backs". */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`
