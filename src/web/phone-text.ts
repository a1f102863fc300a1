/** An Indonesian mobile number in groups that can be read out and compared: +62 812 3456 7890. Others stay as they are. */
export const phoneText = (phone: string | null): string | null =>
  phone?.replace(/^(\+62)([08]\d{2})(\d{4})(\d{1,6})$/, '$1 $2 $3 $4') ?? null
