import { expect, it } from 'vitest'
import { isMarkOf } from '../../../../src/dispatch/profiles/mark-scopes.ts'
import { clockScopes, markNames } from '../../../../src/dispatch/profiles/profile.ts'
import { webEn } from '../../../../src/i18n/web-en.ts'
import { webId } from '../../../../src/i18n/web-id.ts'
import { marksFor } from '../../../../src/web/admin/rules/marks.ts'

it.each(clockScopes)('of the scope %s every moment is offered that the service takes, and no other', scope => {
  const taken = markNames.filter(mark => isMarkOf(scope, mark))
  expect([...marksFor(scope)].sort()).toEqual([...taken].sort())
})

it('every moment has a name in both languages', () => {
  for (const { rules } of [webId, webEn]) expect(Object.keys(rules.marks).sort()).toEqual([...markNames].sort())
})
