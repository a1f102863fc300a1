import type { Route } from '../http/route.ts'
import type { Services } from '../services.ts'
import { adminAuditRoutes } from './admin-audit.ts'
import { adminCentreRoutes } from './admin-centres.ts'
import { adminChatRoutes } from './admin-chats.ts'
import { adminPlaceRoutes } from './admin-places.ts'
import { adminRuleRoutes } from './admin-rules.ts'
import { adminUserRoutes } from './admin-users.ts'
import { adminWhatsAppRoutes } from './admin-whatsapp.ts'
import { agencyRoutes } from './agencies.ts'
import { archiveRoutes } from './archive.ts'
import { assignmentChangeRoutes } from './assignment-changes.ts'
import { assignmentRoutes } from './assignments.ts'
import { backEntryRoutes } from './back-entries.ts'
import { callDeskRoutes } from './call-desk.ts'
import { callRoutes } from './calls.ts'
import { channelTestRoutes } from './channel-tests.ts'
import { duplicateRoutes } from './duplicates.ts'
import { dutyRoutes } from './duty.ts'
import { enterRoutes } from './enter.ts'
import { eventRoutes } from './events.ts'
import { figureRoutes } from './figures.ts'
import { healthRoutes } from './health.ts'
import { incidentCommandRoutes, incidentRoutes } from './incidents.ts'
import { informationRoutes } from './information.ts'
import { lifecycleRoutes } from './lifecycle.ts'
import { neighbourRoutes } from './neighbours.ts'
import { photoRoutes } from './photos.ts'
import { placeRoutes } from './places.ts'
import { postRoutes } from './posts.ts'
import { sessionRoutes } from './session.ts'
import { stormRoutes } from './storm.ts'
import { talkRoutes } from './talk.ts'
import { trainingRoutes } from './training.ts'

/** Every route that there is; the training controls only where they were given. */
export const allRoutes = (services: Services): Route[] => [
  ...enterRoutes(services),
  ...sessionRoutes(services),
  ...callRoutes(services),
  ...callDeskRoutes(services),
  ...backEntryRoutes(services),
  ...incidentRoutes(services),
  ...archiveRoutes(services),
  ...figureRoutes(services),
  ...incidentCommandRoutes(services),
  ...duplicateRoutes(services),
  ...assignmentRoutes(services),
  ...lifecycleRoutes(services),
  ...neighbourRoutes(services),
  ...assignmentChangeRoutes(services),
  ...photoRoutes(services),
  ...talkRoutes(services),
  ...dutyRoutes(services),
  ...stormRoutes(services),
  ...eventRoutes(services),
  ...adminCentreRoutes(services),
  ...agencyRoutes(services),
  ...postRoutes(services),
  ...adminUserRoutes(services),
  ...adminChatRoutes(services),
  ...channelTestRoutes(services),
  ...adminWhatsAppRoutes(services),
  ...adminRuleRoutes(services),
  ...adminAuditRoutes(services),
  ...informationRoutes(services),
  ...placeRoutes(services),
  ...adminPlaceRoutes(services),
  ...healthRoutes(services),
  ...(services.training && services.config.mode === 'gladi' ? trainingRoutes(services, services.training) : []),
]
