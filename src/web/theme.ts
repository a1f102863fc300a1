import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** Deep harbour blue: calm beside the reds and ambers that clocks need for themselves. */
const harbour: MantineColorsTuple = [
  '#eaf3fb',
  '#d5e4f2',
  '#a8c7e4',
  '#78a9d6',
  '#5190ca',
  '#3980c3',
  '#2b78c0',
  '#1c66aa',
  '#0f5b99',
  '#004e88',
]

/** The library's greys in the hue of the page's own surfaces (`page.css`), lightest first. */
const night: MantineColorsTuple = [
  '#e3e8ee',
  '#c3ccd5',
  '#9aa7b4',
  '#6f7c89',
  '#3a444f',
  '#303943',
  '#252d36',
  '#1c2229',
  '#171c22',
  '#14181d',
]

export const theme = createTheme({
  primaryColor: 'harbour',
  primaryShade: { light: 8, dark: 6 },
  colors: { harbour, dark: night },
  defaultRadius: 'md',
  fontFamily: 'Inter, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  headings: { fontWeight: '650', sizes: { h2: { fontSize: '1.15rem' }, h3: { fontSize: '1rem' } } },
  components: {
    // A word such as "Aktif" is never worth cutting: the column beside it gives way.
    Badge: { defaultProps: { miw: 'max-content' } },
    // Its first item has the focus at once: an empty place before it would be no part of a menu.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // A choice stands at once, and so do its colours when the room is darkened.
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    // No fading: what is typed right after a key must land in the dialog that it opened.
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: { fontWeight: 650 } },
    },
  },
})
