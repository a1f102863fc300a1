import type { DirectoryStore } from '../application/ports/administration.ts'
import type { MachineClock } from '../application/ports/clocks.ts'

/** Machine ms for which an answer is good; what another process changed shows after this time at the latest. */
const freshMs = 1_000

/**
 * The directory (centres, agencies, users) is asked by every request and every message, and changes a few times a day:
 * answers are kept for a second, and forgotten at once when this process changes something.
 */
export function cachedDirectory(directory: DirectoryStore, clock: MachineClock): DirectoryStore {
  const answers = new Map<string, { at: number; answer: Promise<unknown> }>()

  const kept = <Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const known = answers.get(question)
    if (known && clock.now() - known.at < freshMs) return known.answer as Promise<Answer>
    const answer = ask()
    answers.set(question, { at: clock.now(), answer })
    // A question that failed is asked again by the next one.
    answer.catch(() => answers.delete(question))
    return answer
  }
  const changed = async <Result>(change: Promise<Result>): Promise<Result> => {
    try {
      return await change
    } finally {
      answers.clear()
    }
  }

  return {
    centres: () => kept('centres', directory.centres),
    centre: code => kept(`centre ${code}`, () => directory.centre(code)),
    agencies: centre => kept(`agencies ${centre}`, () => directory.agencies(centre)),
    agency: (centre, code) => kept(`agency ${centre} ${code}`, () => directory.agency(centre, code)),
    posts: centre => kept(`posts ${centre}`, () => directory.posts(centre)),
    post: (centre, agency, code) =>
      kept(`post ${centre} ${agency} ${code}`, () => directory.post(centre, agency, code)),
    users: () => kept('users', directory.users),
    user: id => kept(`user ${id}`, () => directory.user(id)),
    userByName: name => directory.userByName(name),
    putCentre: centre => changed(directory.putCentre(centre)),
    addCentre: centre => changed(directory.addCentre(centre)),
    changeCentre: (code, change) => changed(directory.changeCentre(code, change)),
    putAgency: agency => changed(directory.putAgency(agency)),
    addAgency: agency => changed(directory.addAgency(agency)),
    changeAgency: (centre, code, change) => changed(directory.changeAgency(centre, code, change)),
    putPost: post => changed(directory.putPost(post)),
    putUser: user => changed(directory.putUser(user)),
    addUser: user => changed(directory.addUser(user)),
    changeUser: (id, change) => changed(directory.changeUser(id, change)),
  }
}
