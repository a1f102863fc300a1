// Leaflet's own switch, read when it is loaded: it would make each mark a layer of its own, hundreds of which no browser
// moves within a tenth of a second.
Reflect.set(window, 'L_DISABLE_3D', true)
