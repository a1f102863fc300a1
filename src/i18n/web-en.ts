import { adminAgencyEn } from './console/admin-agency-en.ts'
import { adminAuditEn } from './console/admin-audit-en.ts'
import { adminEn } from './console/admin-en.ts'
import { adminInformationEn } from './console/admin-information-en.ts'
import { adminRulesEn } from './console/admin-rules-en.ts'
import { boardEn } from './console/board-en.ts'
import { callDeskEn } from './console/call-desk-en.ts'
import { callEn } from './console/call-en.ts'
import { caseEn } from './console/case-en.ts'
import { dispatchEn } from './console/dispatch-en.ts'
import { figuresEn } from './console/figures-en.ts'
import { healthEn } from './console/health-en.ts'
import { incidentPageEn } from './console/incident-en.ts'
import { mapEn } from './console/map-en.ts'
import { paperEn } from './console/paper-en.ts'
import { progressEn } from './console/progress-en.ts'
import { shellEn } from './console/shell-en.ts'
import { signalsEn } from './console/signals-en.ts'
import { supervisorEn } from './console/supervisor-en.ts'
import type { WebTexts } from './web-id.ts'

/** Every word of the operator page in English. */
export const webEn: WebTexts = {
  ...shellEn,
  ...boardEn,
  ...callEn,
  ...dispatchEn,
  ...paperEn,
  ...progressEn,
  ...adminEn,
  ...adminAgencyEn,
  ...adminRulesEn,
  ...adminInformationEn,
  ...adminAuditEn,
  ...healthEn,
  ...caseEn,
  ...callDeskEn,
  ...incidentPageEn,
  ...supervisorEn,
  ...mapEn,
  ...signalsEn,
  figures: figuresEn,
}
