import type { Guidance, GuidanceCode } from './guidance-id.ts'

/** What to ask and what to advise, by run card: `guidance-id.ts` in English. */
export const guidanceEn = {
  other: {
    ask: [
      'What happened, and is it still going on?',
      'Is anybody hurt or in danger? How many?',
      'Are you yourself safe where you are?',
    ],
    tell: [
      'Move away from the danger; take no risks to help.',
      'Keep your phone on; the crew may call you.',
      'If anything changes, call 112 again.',
    ],
  },
  'KBK-BGN': {
    ask: [
      'Is everybody out? Who is still inside, in which part?',
      'What burns, and how much? How many floors, close to other houses?',
      'Gas cylinders, power still on, or chemicals?',
    ],
    tell: [
      'Get out now, close the doors, do not go back for belongings.',
      'In smoke: crawl low, a wet cloth over nose and mouth.',
      'Trapped: close the door, seal the gaps with cloth, signal from a window.',
      'Switch the power off at the meter only if it can be reached without passing smoke.',
      'No water on burning oil or electrical fires.',
      'Wait for the crew on the main road, keep the way clear for fire engines.',
    ],
  },
  'KBK-KDR': {
    ask: [
      'Is anybody still inside the vehicle?',
      'What vehicle: car, loaded lorry, tanker, electric, or running on gas?',
      'Which side of the road, near which kilometre post or building?',
    ],
    tell: [
      'Keep at least 50 metres away; from tankers and gas 800 metres.',
      'Stand upwind, off the carriageway.',
      'Do not open the bonnet.',
      'Switch the engine off only while the fire is small and the key is in easy reach.',
    ],
  },
  'KBK-LHN': {
    ask: [
      'What burns, how large an area? Where does the wind drive it?',
      'How close are houses, power lines, or a busy road?',
      'Where can a fire engine get in, and is there water?',
    ],
    tell: [
      'Move away upwind; do not walk into the smoke.',
      'Close the windows around, move what burns easily.',
      'Children, old people, and whoever is short of breath go indoors or away.',
      'Headlights on; do not drive into thick smoke.',
    ],
  },
  GAS: {
    ask: [
      'What smell or vapour, from which cylinder, pipe, or tank?',
      'Is anybody dizzy, short of breath, or unconscious?',
      'Indoors or outdoors, and is there fire already?',
    ],
    tell: [
      'Get out now and move away upwind.',
      'No flames, cigarettes, switches, or engines; do not pull plugs.',
      'Close the cylinder and open a door only if you can on your way out.',
      'Phone from outside, not beside the leak.',
      'Do not go into a closed space for somebody unconscious: wait for the crew.',
      'Splashed by liquid: clothes off, rinse under running water for 20 minutes.',
    ],
  },
  LISTRIK: {
    ask: [
      'Has anybody had a shock, or is still touching the current?',
      'Is the cable down on the ground, in water, or on a vehicle?',
      'Fire or sparks? Can you read a number on the pole or the transformer?',
    ],
    tell: [
      'Everybody at least 10 metres away; treat every cable as live.',
      'Do not touch the victim before the power is off; switch off at the meter if you can.',
      'In a car under a cable: stay inside, do not touch the metal.',
      'No water; keep away from puddles around it.',
      'Once safe and the victim is not breathing: start chest compressions.',
    ],
  },
  MED: {
    ask: [
      'Are they awake and answering? Is their breathing normal?',
      'What is it: chest pain, breathlessness, one side weak, a fit, bleeding? Since when?',
      'How old; any illness, medicine, or allergy?',
    ],
    tell: [
      'Unconscious and not breathing normally: push hard and fast on the middle of the chest, 100–120 a minute, do not stop.',
      'Unconscious but breathing: roll them onto their side, keep the airway open.',
      'Bleeding: press hard with a clean cloth, do not let go.',
      'Chest pain or breathless: sit them up, loosen clothes, no walking.',
      'A fit: move hard things away, do not hold them down, nothing in the mouth.',
      'No food, no drink, nobody else’s medicine.',
    ],
  },
  'MED-LHR': {
    ask: [
      'How many months, which child is it, how close are the contractions?',
      'Waters broken, bleeding, a fit, or an urge to push?',
      'Can you see the head, or is the baby born?',
    ],
    tell: [
      'Lay her on her left side somewhere warm; never leave her alone.',
      'Do not hold the baby back, do not pull on head or cord.',
      'Born: dry the baby, lay it on the mother’s chest, cover both.',
      'Baby not breathing: rub its back with a dry cloth, tell us at once.',
      'There is no need to cut the cord; wait for the crew.',
      'Heavy bleeding after birth: lay her down, rub the lower belly firmly, put the baby to the breast.',
    ],
  },
  AMB: {
    ask: [
      'Is the patient stable: awake, breathing as usual, no chest pain?',
      'From where to where, when, and has the hospital agreed?',
      'Sitting or lying? Oxygen, drip, a stretcher over stairs?',
    ],
    tell: [
      'If it gets worse (breathless, unconscious), call 112 again: it is an emergency then.',
      'Have identity card, insurance card, referral letter, and medicines ready.',
      'One companion; clear the way from the room to the door.',
    ],
  },
  HCR: {
    ask: [
      'What is the trouble, since when, and can the patient get up?',
      'Breathless, chest pain, unconscious, or bleeding now?',
      'Who is with the patient, and when may the crew come?',
    ],
    tell: [
      'Breathless, chest pain, or unconscious: call 112 again at once.',
      'Have medicines, test results, and insurance card ready.',
      'Keep your phone on; the crew will call before they come.',
    ],
  },
  JNZ: {
    ask: [
      'Where is the body, and has a doctor certified the death?',
      'Where to, and when?',
      'Which floor; how many people can help to carry?',
    ],
    tell: [
      'No doctor has been there and you are not sure: say so, we send help first.',
      'Have the death certificate and identity papers ready.',
      'A sudden or unnatural death: move nothing, we tell the police.',
    ],
  },
  LAKA: {
    ask: [
      'How many are hurt? Anybody unconscious, trapped, or bleeding heavily?',
      'What vehicles; fire, spilt fuel, or dangerous goods?',
      'Which lane and direction, near which building or kilometre post?',
    ],
    tell: [
      'Do not move them unless there is fire or another danger; keep head and neck in line.',
      'Leave a helmet on unless they are not breathing.',
      'Bleeding: press hard with a clean cloth until the crew is there.',
      'Warn the traffic from afar, hazard lights on, stand off the carriageway.',
      'Not breathing: push hard and fast on the middle of the chest, do not stop.',
      'Nothing to drink; keep them warm.',
    ],
  },
  LALIN: {
    ask: [
      'What blocks the road: lights out, breakdown, tree, water?',
      'Which direction is closed, and is anybody hurt?',
      'Can ambulances and fire engines still pass?',
    ],
    tell: [
      'Do not stand in the road to direct traffic.',
      'Breakdown: hazard lights, warning triangle, get out on the safe side.',
      'Make way for emergency vehicles.',
    ],
  },
  KA: {
    ask: [
      'Is anybody or any vehicle still on the track, or trapped?',
      'How many are hurt, and how badly?',
      'Which crossing or kilometre; has the train stopped?',
    ],
    tell: [
      'Everybody off the track, a train may still come the other way.',
      'Vehicle stuck on the track: leave it now, run away at an angle towards the coming train.',
      'Do not touch wires or masts above the track.',
      'Do not crawl under the train; stay with the trapped and talk to them.',
    ],
  },
  JEPIT: {
    ask: [
      'Which part of the body is caught, by what, since when?',
      'Awake, breathing well, bleeding heavily?',
      'Is the machine off? Gas, loose ground, height, or a closed space?',
    ],
    tell: [
      'Switch off machine and power; do not try to pull them out.',
      'Do not climb into wells, tanks, or pits to help.',
      'Crushed for more than 15 minutes: do not release before the medics are ready.',
      'Bleeding: press hard; wrap a severed part clean and keep it cool.',
      'Talk to them, keep them warm, no food or drink.',
    ],
  },
  LAUT: {
    ask: [
      'How many people, life jackets or not, still in sight?',
      'When and where last seen; where do current and wind go?',
      'What boat, what colour, a phone or radio on board?',
    ],
    tell: [
      'Do not swim out; throw a ring, an empty canister, or a rope.',
      'Keep watching and pointing at the place; never look away.',
      'In the water: stay together, knees up, save strength, keep your clothes on.',
      'On board: everybody in life jackets, send the position, save the battery.',
      'In a rip current: do not fight it, float, swim sideways.',
    ],
  },
  TGLM: {
    ask: [
      'Still in sight? How many, how old?',
      'When and at which spot last seen; how fast and how deep?',
      'If out of the water: are they breathing?',
    ],
    tell: [
      'Do not jump in; reach with a pole, throw a rope, a canister, or a tyre.',
      'Keep watching the last spot; one person follows the bank downstream.',
      'Out and not breathing: rescue breaths if you can, then compressions without a stop.',
      'Do not press the belly or hang them by the feet to drain water.',
      'Breathing: on their side, wet clothes off, cover them.',
    ],
  },
  BJR: {
    ask: [
      'How deep is it, and is it still rising? How fast does it flow?',
      'Anybody trapped: babies, pregnant, old, ill, disabled? How many, which floor?',
      'Is the power off; which way can a boat come?',
    ],
    tell: [
      'Go to high ground now; do not wait in a one-storey house.',
      'Power off at the meter if it is still dry; touch nothing that is wet.',
      'Do not walk or drive through a current, even if only knee-deep.',
      'Take medicines, papers, drinking water, phone, torch.',
      'Signal with a bright cloth or a torch.',
    ],
  },
  ROB: {
    ask: [
      'How high does the tide stand, and how far inland?',
      'Anybody trapped or to be brought out: ill, pregnant, old, babies?',
      'Which roads are cut; a broken dyke or pump?',
    ],
    tell: [
      'Move to high ground before the peak of the tide.',
      'Power off at the meter if it is still dry.',
      'Do not ride a motorcycle through flooded roads.',
      'Keep away from a dyke that cracks or seeps.',
    ],
  },
  LSR: {
    ask: [
      'Anybody buried or trapped? How many, at which spot?',
      'Is the ground still moving; new cracks or seeping water?',
      'Which other houses are in danger; which roads still pass?',
    ],
    tell: [
      'Everybody off the slope and from below it; another slide may come.',
      'Do not dig below a slope that still moves.',
      'Mark where they were last seen; be silent now and then and listen.',
      'Power and gas off if they can be reached safely.',
      'Keep away from the river below: it may be dammed up.',
    ],
  },
  ANG: {
    ask: [
      'What is damaged or down? Is anybody under it?',
      'Cables down, smell of gas, or fire?',
      'What else may come down; how many houses?',
    ],
    tell: [
      'Leave a cracked building; do not go back in.',
      'Keep away from cables, trees, billboards, and hanging roofs.',
      'Somebody under rubble: do not pull; guard their breathing, press on bleeding.',
      'Wind still strong: shelter in an inner room, away from glass.',
    ],
  },
  PHN: {
    ask: [
      'Is anybody under it or trapped, in a house or a vehicle?',
      'Does the tree touch a power line?',
      'Is the road closed; how big is the tree, may more come down?',
    ],
    tell: [
      'At least 10 metres away from tree and cables.',
      'Do not cut or pull branches that touch a cable.',
      'In a car under a cable: stay inside.',
      'Warn the traffic from a safe distance.',
    ],
  },
  HWN: {
    ask: [
      'What animal, how big, where is it now, still in sight?',
      'Anybody bitten or stung? When, and where on the body?',
      'Who is near it; can the room be closed?',
    ],
    tell: [
      'Back away slowly, close the door, watch from afar.',
      'Do not catch, hit, or splash it.',
      'Snake bite: keep still, splint it, no tight band, no cutting, no sucking.',
      'Bitten by dog, cat, monkey: wash with soap under running water for 15 minutes, then see a clinic.',
      'Stung and breathless or face swelling: say so at once, that is a medical emergency.',
    ],
  },
  RSC: {
    ask: [
      'Who or what needs help, and since when?',
      'Any danger: a child alone, a stove on, a finger turning blue, height?',
      'Which floor; who owns it or holds the key?',
    ],
    tell: [
      'No climbing or breaking in where you may fall or get hurt.',
      'Child locked in: talk calmly, keep it away from door and glass.',
      'Ring: hold the hand up, cool it, do not force it.',
      'If it gets dangerous, call 112 again.',
    ],
  },
  ODGJ: {
    ask: [
      'Are they threatening or hurting themselves or others? A weapon?',
      'Where are they now; who do they know there?',
      'Ever treated; which medicine, last taken when?',
    ],
    tell: [
      'Keep your distance and a way out; no surrounding, no arguing.',
      'One person speaks, softly; send onlookers away.',
      'Put sharp things away if you can without coming near.',
      'Do not tie up or lock in; wait for the crew.',
    ],
  },
  PGOT: {
    ask: [
      'How are they: awake, ill, hurt, hungry?',
      'A child, an old person, somebody confused? Man or woman?',
      'Where exactly, and are they moving on?',
    ],
    tell: [
      'Offer shade and water if they want it and it is safe.',
      'No force, no photos, no posting.',
      'Unconscious or hurt: call 112 again.',
    ],
  },
  BDR: {
    ask: [
      'Where are they now, and have they hurt themselves already?',
      'What means or place: height, water, pills, a blade, a rope?',
      'Are you with them or talking to them?',
    ],
    tell: [
      'Do not leave them alone, as long as you are safe yourself.',
      'Listen, speak calmly, use their name; no judging, no daring.',
      'Move dangerous things away if you can without a struggle.',
      'Hanging: lift the body, cut the rope, lay down; not breathing: compressions.',
      'Pills or poison: do not make them vomit; keep the packaging.',
      'If it is the caller: stay on the line with us.',
    ],
  },
  KDRT: {
    ask: [
      'Can you speak safely? Yes or no is enough.',
      'Is the attacker still near you? Any weapon?',
      'Is anybody hurt, or are there children?',
    ],
    tell: [
      'If you can, get to a safe place: a neighbour, a locked room, a busy street. Avoid the kitchen.',
      'Attacker coming: put the phone down without hanging up; we keep listening.',
      'Do not confront the attacker; get children out first.',
      'After sexual violence: if you can bear it, do not wash yourself or your clothes.',
      'It is not your fault. Tell us if it is not safe to ring this number back.',
    ],
  },
  KRM: {
    ask: [
      'Is it still going on; can you speak safely?',
      'Any weapon, anybody hurt?',
      'Looks of the offender, vehicle, number plate, which way did they flee?',
    ],
    tell: [
      'Find a safe place and lock the door; no chasing, no fighting.',
      'If threatened, hand things over; your life matters more.',
      'Offender coming near: stay silent and keep the line open.',
      'Touch nothing until the police are there.',
      'No mob justice; help the injured first.',
    ],
  },
  KTB: {
    ask: [
      'How many people, armed with what?',
      'Anybody hurt, buildings or vehicles on fire?',
      'Which way do they move; which roads are closed?',
    ],
    tell: [
      'Move away and go indoors; no watching, no filming from close by.',
      'Lock the doors, keep away from windows.',
      'On the road: turn round, do not hoot at the crowd.',
      'Take the injured away first, then press on their bleeding.',
    ],
  },
  MYT: {
    ask: [
      'Are you sure there is no breathing: cold, stiff, or decayed?',
      'Where exactly, found when, by whom?',
      'Signs of violence, an accident, electricity, or gas around?',
    ],
    tell: [
      'If they may still be alive: say so now, start chest compressions.',
      'Touch and move nothing.',
      'Keep people and vehicles away; remember who was there.',
      'No photos, no posting; the family may not know.',
      'Wait for the police in a safe place.',
    ],
  },
  HLG: {
    ask: [
      'Who, how old, looks and last clothes?',
      'When and where last seen; where might they go?',
      'A child, demented, ill, or spoke of self-harm? Carrying a phone?',
    ],
    tell: [
      'One person stays at home, phones stay on.',
      'First look into hiding places, wells, ponds, and streams near the house.',
      'Have a recent photo and unwashed clothes ready.',
      'Found, or any news: call 112 again.',
    ],
  },
  FAS: {
    ask: [
      'What is broken, and is anybody in danger now?',
      'Where exactly; how many houses or how much of the road?',
      'Already reported to the office in charge; a complaint number?',
    ],
    tell: [
      'Keep away from the hole, cable, or pipe; mark it if that is safe.',
      'We pass it on to the office in charge; ask for the ticket number.',
      'If anybody is hurt or in danger, call 112 again.',
    ],
  },
  LAIN: {
    ask: [
      'In short: what happened, and is it still going on?',
      'Is anybody hurt or in danger? How many?',
      'Which help is needed most right now?',
    ],
    tell: [
      'Move away from the danger; take no risks to help.',
      'Keep your phone on; the crew may call you.',
      'If anything changes, call 112 again.',
    ],
  },
} as const satisfies Readonly<Record<GuidanceCode, Guidance>>
