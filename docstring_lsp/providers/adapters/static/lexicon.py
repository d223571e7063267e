"""Nouns, adjectives and small words the embedded author knows: tables, no rules."""

from __future__ import annotations

from docstring_lsp.providers.adapters.static.tables import listed

ADJECTIVES = listed(
    """
    lost complex legacy intermediate initial discrete continuous spectral sequential optimal modal
    textual visual manual usual unusual casual partial spatial temporal
    fragile heavy light big small large tall hot cold cheap expensive urgent oversized dark bright
    bold italic round rough soft hard rich poor alike eligible obsolete loud sticky
    absent absolute abstract active actual acyclic alive alone alphabetic alphanumeric ambiguous
    anonymous async asynchronous atomic automatic available awake bad binary blank bound broken
    built busy canonical circular clean closed common compatible complete concrete concurrent
    conditional connected consistent constant correct current cyclic dead decimal deep dense
    deterministic diagonal different direct dirty done down dry due dynamic eager empty enabled
    equal even exact exclusive exhausted explicit external false fast final finite first flat
    foreign fresh frozen full general generic given global good greedy happy hashable hidden
    idempotent identical idle immutable implicit inclusive incomplete inconsistent independent
    infinite inline insensitive interactive internal invalid invisible iterable known last lazy
    legal linear literal local long loose lossless lossy low lower mandatory manual missing
    monotonic mutable naive native negative nested new normal null numeric numerical odd offline
    old online open optimal optional ordered original orthogonal overdue parallel partial
    pending perfect periodic persistent plain positive present primary prime printable private
    proper public pure quiet random raw reachable ready real recent recursive redundant relative
    relevant remote required responsive safe same secure sensitive serial shallow short shown
    shut signed silent similar simple single singular slow sorted sparse special stable stale
    standalone static strict strong subnormal sufficient sunk symbolic symmetric symmetrical
    synchronous temporary terminal thin torn transient transparent trivial true unavailable
    unbound unique unknown unlimited unordered unsafe unset unsigned up upper valid verbose
    virtual visible volatile weak wide worn written
    """
)
"""Words that follow ``is`` without an article."""

NOT_ADJECTIVES = listed(
    """
    adjective alternative archive bed bus cable cookie derivative descriptor directive drive
    embed exceed feed five hive keyword label live need objective octave olive perspective
    primitive proceed red sed seed shed speed spread status succeed table thread tool variable
    virus
    """
)
"""Words that end like adjectives and are none."""

NEVER_ARTICLE = listed(
    """
    a an the my our your his her their this that these those
    all another any anything both each either every everything few five four it its many most
    how much neither no none whether whose nothing some something three two what which one
    """
)
"""Words that stand in front of a noun in place of an article."""

PREPOSITIONS = listed(
    """
    about above across after against along among and around as at before behind below between
    but by during except for from if in inside into not of off on only onto or out outside over per
    since than through to toward towards under until upon via when where while with within
    without
    """
)
"""Words that end the object of a name's verb."""

ASKING = listed("has is can should does requires uses supports needs allows contains")
"""What opens a name that asks something, and so names no thing."""

NOUNS = listed(
    """
    awaitable callable deliverable observable renderable
    average root spread square mean deviation shutdown folder parcel weight depot carrier invoice
    notebook docstring emoji mismatch stylesheet gotcha metaclass classmethod staticmethod hostmask
    timeout startup lookup rollback checkout takeover handoff payload outcome roundtrip overload
    underline overline checkbutton newline whitespace online offline upstream downstream overall
    undefined understanding overview backslash setter getter subprocess quoting keyboard
    ability abstract account accuracy action activity actor adapter addr address admin age agent
    alarm album alert algorithm alias alloc allocation alphabet amount anchor angle animal
    annotation answer app application archive area args argument arm array arrow article
    artifact aspect assertion asset assignment atom attachment attempt attr attribute attrs
    audio author authority auxiliary axis backend background backlog backup balance band bank
    bar base baseline basis batch bias billing bin binding bit bitmap blank blob block blog
    board body book bookmark bool boolean border bot bottom bound boundary box bracket branch
    brand breakpoint bridge brush bucket buf buffer bug builder builtin bundle button buyer byte
    bytecode bytes cache calendar call callback caller camera candidate canvas cap capability
    capacity caption card cart case catalog category cause cell center certificate chain chance
    change channel char character charset chart chat check checkpoint checksum child choice
    chunk cipher circle city class clause cleanup client clip clock cluster code codec
    collection collector color colour column combo command comment commit company comparison
    compiler component composition compression condition config configuration conflict
    connection connector constant constraint constructor consumer contact container content
    context contract control controller conversation conversion converter cookie coordinate copy
    core corner corpus cost count counter country course coverage creation creator credential
    credit criterion currency cursor curve custom customer cycle data database dataset date day
    deadline debt decimal declaration decoder decorator default definition degree delay
    delimiter delta demo density dependency deployment depth description descriptor design dest
    destination detail detector device diagonal diagram dialect dialog dict dictionary
    difference digest digit dimension dir direction directive directory discount disk dispatcher
    display distance distribution division doc document documentation domain dot draft driver
    dst duration edge edit editor effect elem element email emitter employee encoder encoding
    end endpoint energy engine entity entry enum env environment epoch equation error estimate
    estimator evaluation event evidence example exception exchange executable execution executor
    exit expiration expiry exponent export expression ext extension extent extra face factor
    factory failure fallback family feature feed feedback field figure file filename filter
    finder finding fingerprint fixture flag flavor flavour float flow folder font footer force
    form format formatter formula forward fraction fragment frame framework frequency friend
    front func function future gain game gap garbage gate gateway generation generator geometry
    global grammar graph grid group guard guide half hand handle handler hardware hash head
    header heading heap height help helper hint history hit hook host hostname hour icon
    identifier identity idx image implementation import importer index indicator info
    information ingredient inheritance initializer inner input insert inspector instance
    instruction int integer interface interpreter interrupt interval inventory invoice island
    issue item iteration iterator job journal json jump key keyboard keyword kind kwargs label
    lambda language latitude layer layout leaf len length lesson letter level lexer library
    license life lifetime limit line link linker list listener literal loader location lock
    locker log logger logic login longitude loop loss machine macro mail mailbox main manager
    manifest map mapper mapping margin mark marker market mask master match matcher material
    matrix maximum mean measure measurement media median member memory menu message meta
    metadata method metric microsecond middle middleware migration millisecond minimum minute
    mirror mixin mode model modification modifier module moment money monitor month motion mount
    mouse movie msg multiplier music mutex name namespace nanosecond navigation neighbor
    neighbour network newline node noise notation note notice notification num number numerator
    obj object observer occurrence offset operand operation operator option order organization
    origin outcome outer outline output overflow overhead owner package packet pad padding page
    pair palette pane panel paper paragraph param parameter params parent parser part
    participant particle partition partner party pass passphrase password patch path pathname
    pattern pause payload payment peer penalty percent percentage performance period permission
    person phase phone photo phrase picture piece pipe pipeline pixel place placeholder plan
    platform player plot plugin point pointer policy polygon pool port portion position post
    precision predicate prediction preference prefix presentation previous price priority
    probability problem proc process processor producer product production profile program
    progress project prompt proof property protocol provider proxy publisher purpose python
    quality quantity query question queue quota quote radius range rank rate ratio reader reason
    receipt receiver recipe recipient record rectangle recursion reference refresh regex region
    register registration registry regression relation relationship release remainder reminder
    renderer replacement reply repo report repository representation request requirement reset
    resolution resolver resource response rest result retry return review revision reward right
    ring risk role root rotation round route router row rule runner runtime salary sale sample
    scale schedule scheduler schema scheme scope score screen script section sector security
    seed segment selection selector sender sense sentence separator sequence serial serializer
    series server service session set setting setup shape share sheet shell shop shutdown side
    sign signal signature simulation site size sketch skill slice slot slug snapshot socket
    software solution sound source space span spec speed sprite src stack staff stage standard
    star start stat state statement station statistic status step stock stop storage store story
    str strategy stream street string stub student style subclass subject submission submodule
    subprocess subscriber subscription subset substring subtree success suffix suite sum summary
    supplier surface symbol syntax sys system tab table tag tail target task team template
    tensor term terminal test text theme theorem thread threshold thumbnail tick ticket tier
    time timeline timer timestamp timezone title tmp today token tolerance tool tooltip top
    topic total trace traceback track trade traffic transaction transform transformation
    transformer transition translation transport tree trial trigger truth tuple turn tutorial
    type unit update upload user utility val validation validator value var variable variance
    variant vector vehicle vendor version vertex video view viewer visitor vocabulary voice
    volume vote wait wallet warehouse warning watcher wave way weather web website week weight
    wheel white widget width wildcard window wire word work worker workflow workspace world
    wrapper writer year zone zoom
    """
)
"""Nouns of programs, by which run-together names are taken apart."""

SHORT_WORDS = listed(
    """
    all and any at by can db fd for has id in io is key max min new no not of off old on out raw
    to up uri url
    get set pop dir log buf obj arg num str sys env tmp tag map row col bit run pad pos idx len val
    int doc arr var msg err src dst fmt cmd add del end iter item attr temp size open parse make
    """
)
"""Short words that may stand in a run-together name."""

NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "ology")
"""Endings that only nouns have."""

COMPOUND_HEADS = listed(
    """
    size width level name type mode time count style path id key list map func function callback
    hook rate limit flag class factory method delay interval order
    string date dir handler status code value spec args arguments cases case
    """
)
"""Nouns that make a noun of the verb in front of them, as in ``process_id``."""

SHORT = (
    listed(
        """
        act ad age ago aim air area arm art ask ax bad bag ban bar bat bay be bed been bet bid big
        bin bit box boy bus but buy by cab can cap car cat cup cut day die dim do dot dry due ear
        eat egg end era eve eye fan far fat fax fee few fig fit fix fly fog for fox fun gap gas
        get gun gut guy hat hen her hex hey him hip his hit hop hot how hub hue ice ill ink inn
        ion its jam jar jaw jet job joy kid kin kit lab lag lap law lay leg let lid lie lip lot
        low mad mat me mix mob mod mud my net nil nod not now nut oak odd oil old one our out owe
        own pan par pat pay peg pen pet pie pig pin pit pot pub put rag ran rat raw ray red rib
        rid rig rim rip rob rod rot rug run sad sat saw say sea see sex she sin sip sit six ski
        sky so son spy sub sum sun tag tan tap tax tea ten the tie tin tip toe ton too top toy try
        two up us use van via vow war was wax way we web wet who why win wit won yes yet you zip
        zoo
        """
    )
    | SHORT_WORDS
    | PREPOSITIONS
    | NEVER_ARTICLE
)
"""Words of up to three letters that stand in a sentence as they are."""
