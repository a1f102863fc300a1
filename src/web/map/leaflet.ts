import './flat.ts'
import 'leaflet/dist/leaflet.css'

export { default as L } from 'leaflet'
