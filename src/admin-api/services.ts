import type { AdminApiDependencies } from './dependencies.ts'
import type { OpenRequests } from './http/open-requests.ts'
import type { LiveStreams } from './live/live-streams.ts'
import type { SignIn } from './sign-in/create-sign-in.ts'

/** What the routes work with: what came from outside, and what this folder adds. */
export interface Services extends AdminApiDependencies {
  signIn: SignIn
  liveStreams: LiveStreams
  openRequests: OpenRequests
}
