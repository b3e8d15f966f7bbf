"""Words with which people and labels say how much is taken and when, and which name nothing."""


def words_of(text: str) -> frozenset[str]:
    """Give the words of a text."""
    return frozenset(text.split())


PLAIN_WORDS = words_of(
    """
a an the of as from my i take takes taking took am on and with in at to for by per each every day days
daily times x supplement supplements tablet tablets tab tabs capsule capsules cap caps caplet caplets
pill pills softgel softgels gummy powder powders sachet sachets liquid drops elemental element elementary
ion ions pure food meal meals water morning evening night bed bedtime breakfast lunch dinner noon mg mgs
g gram grams mcg ug mmol meq mval ml milligram milligrams about around only just one before after clock
plus ; vitamin b6 d d3 c zinc calcium tsp teaspoon teaspoons tbsp tablespoon tablespoons dose doses
serving servings compound salt unbuffered without free nocte mane prn qhs hs needed hour hours hrs et und
up max maximum maximal am pm week weekly other my gummies vcap vcaps vegcap granules granulat granule
effervescent chewable stick sticks scoop scoops spoon spoons ampoule ampoules vial vials glass bottle
swallowed ate had po q provide provides providing contain contains each preferably w adults adult suggested
use directions size amount between divided marine marin total approx approximately roughly me i
le la les l du des de d un une au aux en pour par prise prises je prends jour dont soit
der die das den dem im ich pro je tag um uhr vom dosis stuck vor
el los las lo al del por para di da il gli i per se o so veces op het
"""
)
