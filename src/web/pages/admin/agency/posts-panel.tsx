import { Badge, Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { AgencyView, PostView } from '../../../../admin-api/contract/index.ts'
import type { AnswerSeconds } from '../../../admin/answer-seconds.ts'
import { Panel } from '../../../components/common/panel.tsx'
import { QueryState } from '../../../components/common/query-state.tsx'
import { useLanguage } from '../../../lang/language-provider.tsx'
import { usePosts } from '../use-admin.ts'
import { NewPostDialog, PostDialog } from './post-dialogs.tsx'

interface Props {
  agency: AgencyView
  /** the times of a post without its own */
  standard: AnswerSeconds
}

/** The agency's posts: which areas each serves, and who picks up there. */
export const PostsPanel = ({ agency, standard }: Props) => {
  const { t } = useLanguage()
  const posts = usePosts(agency.code)
  const [edited, setEdited] = useState<PostView | 'new' | null>(null)
  const close = () => setEdited(null)
  return (
    <Panel
      title={t.agencyAdmin.posts.title}
      aside={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t.agencyAdmin.posts.add}
        </Button>
      }
    >
      <QueryState query={posts}>
        {list =>
          list.length === 0 ? (
            <Text c="dimmed">{t.agencyAdmin.posts.empty}</Text>
          ) : (
            <ul className="admin-list">
              {list.map(post => (
                <li key={post.code} data-post={post.code}>
                  <PostRow post={post} onEdit={() => setEdited(post)} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
      {edited === 'new' && <NewPostDialog agency={agency.code} standard={standard} onClose={close} />}
      {edited !== null && edited !== 'new' && <PostDialog post={edited} standard={standard} onClose={close} />}
    </Panel>
  )
}

const PostRow = ({ post, onEdit }: { post: PostView; onEdit: () => void }) => {
  const { t } = useLanguage()
  const { kelurahan, kecamatan } = post.area
  const areas = [...kelurahan, ...kecamatan.map(t.agencyAdmin.posts.kecamatanOf)].join(', ')
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Group gap={8}>
          <Text fw={600}>{post.name}</Text>
          <Text size="sm" c="dimmed">
            {post.code}
          </Text>
          {!post.active && (
            <Badge color="gray" variant="light" tt="none">
              {t.common.inactive}
            </Badge>
          )}
        </Group>
        <Text size="sm">{areas || t.agencyAdmin.posts.noArea}</Text>
        <Text size="sm" c="dimmed">
          {post.dutyPhones.join(', ') || t.agencyAdmin.posts.agencyNumbers}
          {post.point === null && ` · ${t.agencyAdmin.posts.noPoint}`}
        </Text>
      </div>
      <Button size="compact-sm" variant="subtle" aria-label={t.admin.pairing.editOf(post.name)} onClick={onEdit}>
        {t.common.edit}
      </Button>
    </Group>
  )
}
