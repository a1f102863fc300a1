import { isDeepStrictEqual } from 'node:util'
import type { Post } from '../../application/ports/administration.ts'
import { newPost, postChange, postList, postView } from '../contract/administration.ts'
import { found, Refused } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { plainNumbers } from '../phone-number.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { fieldChange, requireChanged } from './field-change.ts'
import { id, ofCentre } from './parameters.ts'

const ofAgency = ofCentre.extend({ agency: id })
const posts = '/api/admin/centres/{centre}/agencies/{agency}/posts'

/** The posts of an agency: read by all who work in the centre, kept by its administrator. */
export const postRoutes = (services: Services): Route[] => {
  const { directory } = services
  return [
    centreRoute({
      method: 'get',
      path: '/api/centres/{centre}/posts',
      name: 'listPosts',
      summary: 'Active posts of all agencies, to choose another than the proposed one',
      right: 'readService',
      params: ofCentre,
      reply: postList,
      handle: async ({ centre }) => ({
        posts: (await directory.posts(centre.code)).filter(({ active }) => active).map(viewOf),
      }),
    }),
    centreRoute({
      method: 'get',
      path: posts,
      name: 'listAllPosts',
      summary: 'Posts of the agency, also those that take no more work',
      right: 'administer',
      params: ofAgency,
      reply: postList,
      handle: async ({ centre, params }) => {
        const agency = found(await directory.agency(centre.code, params.agency))
        return { posts: (await directory.posts(centre.code)).filter(post => post.agency === agency.code).map(viewOf) }
      },
    }),
    centreRoute({
      method: 'post',
      path: posts,
      name: 'addPost',
      summary: 'Adds a post to the agency',
      right: 'administer',
      params: ofAgency,
      body: newPost,
      status: 201,
      reply: postView,
      handle: async ({ centre, params, from, body }) => {
        const agency = found(await directory.agency(centre.code, params.agency))
        const { answerSeconds = null, dutyPhones } = body
        const post: Post = {
          ...body,
          centre: centre.code,
          agency: agency.code,
          dutyPhones: plainNumbers(dutyPhones),
          answerSeconds,
          active: true,
        }
        const before = await directory.post(centre.code, agency.code, body.code)
        if (before && isDeepStrictEqual(viewOf(before), viewOf(post))) return viewOf(before)
        if (before) throw new Refused('alreadyExists')
        await directory.putPost(post)
        const trail = { before: null, after: { ...viewOf(post) } }
        await note(services, from, centre.code, 'postAdded', `${agency.code}/${post.code}`, trail)
        return viewOf(post)
      },
    }),
    centreRoute({
      method: 'patch',
      path: `${posts}/{post}`,
      name: 'changePost',
      summary: 'Changes a post; one that is not active is neither proposed nor chosen',
      right: 'administer',
      params: ofAgency.extend({ post: id }),
      body: postChange,
      reply: postView,
      handle: async ({ centre, params, from, body }) => {
        const { was = {}, ...given } = body
        const before = found(await directory.post(centre.code, params.agency, params.post))
        const wanted = { ...given, ...(given.dutyPhones && { dutyPhones: plainNumbers(given.dutyPhones) }) }
        const change = fieldChange(viewOf(before), wanted, was)
        if (!change) return viewOf(before)
        requireChanged(await directory.changePost(centre.code, before.agency, before.code, change), change)
        const trail = { before: change.was, after: change.to }
        await note(services, from, centre.code, 'postChanged', `${before.agency}/${before.code}`, trail)
        return viewOf({ ...before, ...change.to })
      },
    }),
  ]
}

const viewOf = ({ centre, agency, code, name, area, point, dutyPhones, answerSeconds, active }: Post): Post => ({
  centre,
  agency,
  code,
  name,
  area,
  point,
  dutyPhones,
  answerSeconds,
  active,
})
