"""Verbs the embedded author knows, and how they bend: tables, no rules."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static.tables import listed, pairs

VERBS = listed(
    """
    abort absorb accept access accumulate acquire activate actualize adapt add adjust adopt
    advance aggregate aim align allocate allow alter analyse analyze animate annotate announce
    append apply approve archive arrange ask assemble assert assign associate attach attend
    audit authenticate authorize await bake balance become begin benchmark bind bisect blend
    block boot bootstrap bring broadcast browse buffer build bump bundle cache calculate
    calibrate call cancel cap capitalize capture cast catch categorize chain change check choose
    chunk cite clamp classify clean cleanse clear click clone close coerce collapse collect
    colorize combine commit communicate compact compare compensate compile complain complete
    compose compress compute concatenate conclude configure confirm conform conjugate connect
    consider construct consume contain continue contract contribute convert convolve copy
    correct count crawl create crop customize cut deactivate deallocate debug decide declare
    decode decompress decorate decrease decrement decrypt dedent deduce dedupe deduplicate
    deepcopy defer define deflate deform degrade dehydrate delay delegate delete deliver demand
    demangle denormalize deny deploy deprecate derive descend describe deserialize destroy
    detach detect determine diff differentiate disable disallow disarm disassemble discard
    disconnect discover dismiss dispatch display dispose distribute divide do download drain
    draw drop dump duplicate eat echo edit elect elide eliminate embed emit emulate enable
    encapsulate enclose encode encrypt end enforce engage enlarge enqueue enrich ensure enter
    enumerate erase escape establish estimate evaluate evict examine exchange exclude execute
    exempt exhaust exit expand expect expire explain explode explore export expose
    extend extract extrapolate fabricate factorize fail fake feed fetch fill filter finalize
    find finish fire fit fix flag flatten flip flush focus fold follow forbid force forecast
    forget fork format forward fragment free freeze fuse fuzz gather generate get give glob grab
    grant group grow guarantee guard guess guide halt handle hash hide highlight hijack hint hit
    hold hydrate identify ignore imitate impersonate implement imply import improve include
    increase increment indent index indicate infer inflate inform inherit initialise initialize
    inject inline insert inspect install instantiate instruct integrate interact intercept
    interleave intern interpolate interpret interrupt intersect introduce invalidate invert
    invite invoke isolate issue iterate jit join jump keep kill know label launch leave lend let
    lift limit link lint list listen load locate lock log look loop lower make manage mangle
    manipulate map mark marshal mask match materialize maximize measure memoize merge migrate
    minify minimize mirror mock modify monitor mount move multiplex multiply mutate mux navigate
    negate negotiate normalise normalize notify nudge obfuscate observe obtain offer omit open
    optimise optimize organize orient orthogonalize outline overlap overlay overload override
    overwrite pack pad paginate paint pair parallelize parametrize parse partition pass paste
    patch pause pay peek peel perform permit permute persist perturb pick pickle pin ping pipe
    place play plot poke poll pool pop populate port post postpone precompute predict prefetch
    prefix preload prepare prepend preprocess preserve prettify prevent preview print probe
    proceed process produce profile promote prompt propagate protect prove provide proxy prune
    publish pull punctuate purge push put qualify quantize quell query queue quit quote raise
    randomize rank rasterize rate read realize rearrange rebase rebuild recalculate receive
    recheck recognize recommend recompile recompute reconcile reconnect record recover recreate
    redirect redo reduce refactor refer refine reflect refresh refuse regenerate register rehash
    reindex reject relate release reload relocate remap remember remind remove rename render
    reopen reorder repaint repair reparse repartition repeat replace replay reply report
    represent request require reraise reschedule reserve reset reshape resize resolve respond
    restart restore restrict resume retain rethrow retrieve retry return reveal reverse revert
    review revise revoke rewind rewrite ring roll rotate round route run salt sample sanitise
    sanitize save scale scan scatter schedule score scrape scroll scrub seal search seed seek
    seize select send separate serialise serialize serve set shade shake share shift show shrink
    shuffle shut sift sign signal simplify simulate sink skip sleep slice slugify smooth snap
    snip solve sort spawn specify spell split squash squeeze stack stamp standardize start stash
    steal sterilize stop store stream stretch strike stringify strip subclass submit subscribe
    substitute subtract suffix suggest sum summarise summarize supply support suppress surround
    suspend swallow swap sweep switch synchronize synthesize tabulate tag taint take tally tee
    tell terminate test throttle throw tidy tile tint toggle tokenize touch trace track train
    transcribe transfer transform transition translate transmit transpose trap traverse trigger
    trim truncate try tuck tune turn tweak unbind uncompress undelete undo unescape unfold unify
    uninstall unlink unload unlock unmap unmarshal unmount unpack unpickle unquote unregister
    unset unsubscribe untag untrack unwatch unwind unwrap unzip upcast update upgrade uplift
    upload upsert use vacuum validate vary vectorize verbalize verify visit visualize vote wait
    wake walk warn warp watch weave weigh whiten wipe wire withdraw work wrap write xor yield
    zip zoom
    crunch decline deepen diagnose discretize endorse exclaim fasten flood forge grind harden hash
    lengthen linearize loosen narrow nest nullify pickle quicken relax relabel repay reword shorten
    sharpen soften squash stabilize strengthen tighten vet weaken widen
    """
)
"""Base forms that may open a name as a verb."""

ALSO_NOUNS = listed(
    """
    access archive audit benchmark bind blend block boot broadcast browse buffer build bump
    bundle cache call cast catch chain change check chunk cite click clone commit compress
    contract copy count crop cut debug delay demand diff display distribute download drop dump
    echo edit embed end escape exchange exit export extract feed fetch fill filter fit fix flag
    flip flush focus fold force forecast fork format fragment freeze fuzz gather glob grant
    group guard guess guide halt handle hash highlight hint hit hold hook import increase index
    insert invite issue join jump kill label launch limit link lint list load lock log look loop
    lower map mark mask match measure merge mirror mock monitor mount move mux offer outline
    overlap override pack pad paint pair pass paste patch pause peek pick pin ping pipe place
    play plot poll pool pop port post prefix preview print probe process produce profile prompt
    proxy pull purge push query queue quote rank rate record release repair repeat reply report
    request reserve reset return review rewrite ring roll rotate route run salt sample save
    scale scan schedule score scroll seal search seed share shift signal skip sleep slice snap
    sort spawn split stack stamp start stop store stream stretch strip subclass submit suffix
    sum supply support swap sweep switch tag tally test tile touch trace track train transfer
    transform transition trap trigger trim tune turn update upgrade upload visit vote wait walk
    watch weave wire work wrap yield zip zoom
    """
)
"""Verbs that are as often nouns: in a function that takes nothing and returns, they are."""

RATHER_NOUNS = listed(
    """
    address chunk count default delay document file form fragment frame group hash help hint index
    label limit note order outline output pair place plan point pool port prefix profile program
    progress queue range rank rate record reference result schedule scope score screen seed
    sequence shape signal size stamp state step stream style suffix sum support tag tally time
    type view volume
    """
)
"""Verbs only where something follows them or nothing is returned."""

VERB_ABBREVIATIONS = pairs(
    """
    aiter: iterate over | alloc: allocate | assoc: associate | autodetect: detect |
    backup: back up | calc: calculate |
    checkout: check out | chk: check | cleanup: clean up | cmp: compare | concat: concatenate |
    conv: convert | cp: copy | decr: decrement | del: delete | eval: evaluate | exec: execute |
    fmt: format |
    gen: generate | inc: increment | incr: increment | init: initialize | iter: iterate over |
    login: log in | logout: log out | lookup: look up | makedirs: make the directories |
    mk: make | mkdir: make the directory | mkdirs: make the directories |
    mktemp: make a temporary file | prep: prepare | recv: receive | reinit: initialize again |
    rm: remove | rmtree: remove the tree | rollback: roll back | setup: set up |
    shutdown: shut down | startup: start up | sub: substitute | sync: synchronize |
    teardown: tear down | upd: update
    """
)
"""Short and compound verbs, and the words they stand for."""

STATES = listed(
    """
    accept allow begin belong contain depend differ do equal exist expect fit handle have hold
    include inherit intersect lack live look match mean need offer overlap own permit point
    provide refer require respect satisfy start support take trust use want work
    """
)
"""Verbs that in the third person ask a question: ``supports_color``, ``user_exists``."""

PHRASAL = frozenset(
    phrase.strip()
    for phrase in """
    back up | break up | bring up | build up | call back | carry over | check in | check out |
    clean up | cut off | fall back | fill in | fill out | filter out | finish up | flush out |
    go back | go forward | hand off | hand over | hang up | lay out | line up | log in | log out
    | look up | map out | move down | move up | opt in | opt out | page down | page up | parse
    out | pick up | play back | print out | pull back | push back | put back | read back | read
    in | roll back | scroll down | scroll up | send out | set up | shut down | sign in | sign
    out | sign up | slow down | speed up | split off | split up | start over | start up | step
    back | step in | step out | step over | strip out | swap in | swap out | switch off | switch
    on | take over | tear down | throw away | tidy up | time out | turn off | turn on | turn
    over | wake up | warm up | wind up | wrap up | write back | write out | zoom in | zoom out
    """.replace("\n", " ").split("|")
)
"""Verbs of two words."""

DOUBLED = listed(
    """
    begin chop format clip clop commit control crop cut debug defer dim dip drag drop dub emit equip
    expel fit flag flip flop forget get grab grep grin hit hop input jam jog kid knit lag let
    log map mop nod omit patrol permit pin plan plot plug pop prefer prod propel put quit quiz
    refer refit regret reset rip rob rub run scan scrap set ship shop shut sit skip slap slip
    snap spam spin split spot squat step stir stop strip submit sum swap swim tag tap tip top
    transfer transmit trap trim unset unwrap unzip upset wrap zip
    """
)
"""Verbs that double their last letter in front of -ed and -ing."""

IRREGULAR_PARTICIPLES = pairs(
    """
    begin: begun | bid: bid | bind: bound | break: broken | bring: brought |
    broadcast: broadcast | build: built | buy: bought | cast: cast | catch: caught |
    choose: chosen | cut: cut | deal: dealt | do: done | draw: drawn | drive: driven |
    feed: fed | find: found | forget: forgotten | freeze: frozen | get: got | give: given |
    go: gone | grow: grown | hide: hidden | hit: hit | hold: held | keep: kept | know: known |
    leave: left | let: let | lose: lost | make: made | mean: meant | override: overridden |
    overwrite: overwritten | put: put | quit: quit | read: read | rebuild: rebuilt |
    redo: redone | reset: reset | rewrite: rewritten | run: run | say: said | see: seen |
    seek: sought | sell: sold | send: sent | set: set | show: shown | shrink: shrunk |
    shut: shut | spin: spun | split: split | stick: stuck | submit: submitted | swap: swapped |
    take: taken | tell: told | think: thought | throw: thrown | unbind: unbound |
    understand: understood | undo: undone | unset: unset | wake: woken | wind: wound |
    write: written
    """
)
"""Base form to past participle where no rule gives it."""

WITH_PREPOSITION = {
    "warn": "warn with", "wait": "wait for", "sleep": "sleep for", "listen": "listen to",
    "look": "look for", "respond": "respond to", "reply": "reply to", "subscribe": "subscribe to",
    "connect": "connect to", "disconnect": "disconnect from", "complain": "complain about",
    "iterate": "iterate over", "seek": "seek to", "depend": "depend on", "react": "react to",
    "focus": "focus on", "fail": "fail with", "exit": "exit with", "play": "play",
}  # fmt: skip
"""Verbs whose object follows a preposition."""
