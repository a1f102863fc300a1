/**
 * Everything that stands in the audit trail, by kind. A new word needs its place here and its sentence in
 * `src/i18n/console/admin-audit-*.ts`: what nobody can read protects nobody.
 */
export const auditWords = {
  directory: [
    'centreAdded',
    'centreChanged',
    'agencyAdded',
    'agencyChanged',
    'postAdded',
    'postChanged',
    'placesImported',
    'outlinesImported',
  ],
  users: ['userAdded', 'userChanged', 'linkMade', 'signedIn', 'passwordSet', 'wentOnDuty', 'wentOffDuty'],
  rules: ['runCardsChanged', 'profileChanged'],
  information: ['informationAdded', 'informationChanged', 'informationRemoved'],
  channels: [
    'pairingCodeMade',
    'pairingCodeRevoked',
    'chatPaired',
    'chatUnbound',
    'chatsChecked',
    'channelTestStarted',
    'channelTestEnded',
    'whatsappAsked',
  ],
  duty: ['shiftAdded', 'shiftRemoved', 'handedOver'],
  personalData: ['detailSeen', 'photoSeen', 'callerErased'],
} as const satisfies Record<string, readonly string[]>

export type AuditKind = keyof typeof auditWords
export type AuditWord = (typeof auditWords)[AuditKind][number]

export const auditKinds = Object.keys(auditWords) as [AuditKind, ...AuditKind[]]
