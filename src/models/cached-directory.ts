import type { DirectoryStore } from '../application/ports/administration.ts'
import type { MachineClock } from '../application/ports/clocks.ts'
import { keptAnswers } from './kept-answers.ts'

/** Centres, agencies, posts and users: whoever signs in by a name is looked for anew each time. */
export function cachedDirectory(directory: DirectoryStore, clock: MachineClock): DirectoryStore {
  const { kept, changed } = keptAnswers(clock)
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
    changePost: (centre, agency, code, change) => changed(directory.changePost(centre, agency, code, change)),
    putUser: user => changed(directory.putUser(user)),
    addUser: user => changed(directory.addUser(user)),
    changeUser: (id, change) => changed(directory.changeUser(id, change)),
  }
}
