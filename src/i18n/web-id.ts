import { adminAgencyId } from './console/admin-agency-id.ts'
import { adminAuditId } from './console/admin-audit-id.ts'
import { adminId } from './console/admin-id.ts'
import { adminInformationId } from './console/admin-information-id.ts'
import { adminRulesId } from './console/admin-rules-id.ts'
import { boardId } from './console/board-id.ts'
import { callDeskId } from './console/call-desk-id.ts'
import { callId } from './console/call-id.ts'
import { caseId } from './console/case-id.ts'
import { dispatchId } from './console/dispatch-id.ts'
import { figuresId } from './console/figures-id.ts'
import { healthId } from './console/health-id.ts'
import { incidentPageId } from './console/incident-id.ts'
import { mapId } from './console/map-id.ts'
import { paperId } from './console/paper-id.ts'
import { progressId } from './console/progress-id.ts'
import { shellId } from './console/shell-id.ts'
import { signalsId } from './console/signals-id.ts'
import { supervisorId } from './console/supervisor-id.ts'

/** Every word of the operator page in Indonesian; `web-en.ts` has the same keys. */
export const webId = {
  ...shellId,
  ...boardId,
  ...callId,
  ...dispatchId,
  ...paperId,
  ...progressId,
  ...adminId,
  ...adminAgencyId,
  ...adminRulesId,
  ...adminInformationId,
  ...adminAuditId,
  ...healthId,
  ...caseId,
  ...callDeskId,
  ...incidentPageId,
  ...supervisorId,
  ...mapId,
  ...signalsId,
  figures: figuresId,
}

export type WebTexts = typeof webId
