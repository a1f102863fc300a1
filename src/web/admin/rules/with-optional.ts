/** The whole with this field, or without it for null: an optional field that says nothing is not there. */
export const withOptional = <Whole extends object, Field extends keyof Whole>(
  whole: Whole,
  field: Field,
  value: NonNullable<Whole[Field]> | null,
): Whole => {
  const { [field]: _, ...rest } = whole
  return (value === null ? rest : { ...rest, [field]: value }) as Whole
}

/** A list without items says nothing. */
export const orNone = <Item>(items: Item[]): Item[] | null => (items.length === 0 ? null : items)
