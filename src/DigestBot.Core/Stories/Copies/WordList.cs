using System.Collections.Frozen;

namespace DigestBot.Core.Stories.Copies;

/// <summary>The few words that decide whether two alike texts report the same.</summary>
internal static class WordList
{
    private const int LongestShortForm = 13;

    // Short forms and their long ones; the first of each line stands for all.
    private static readonly FrozenDictionary<ulong, WordSketch> Same = Lines("""
        you u ya yall
        your ur youre
        are r
        be b
        please pls plz plse
        thanks thx thnx tnx thank ty
        with w
        without wo
        because bc cuz cause coz
        people ppl
        and n
        to too
        are r
        not dont wont isnt arent wasnt werent doesnt didnt havent hasnt hadnt wouldnt couldnt shouldnt aint cant cannot
        going goin gonna
        want wanna
        minutes mins min minute
        hours hrs hr hour h
        weeks wks wk week
        years yrs yr year
        months mths month
        days day
        tuesday tue tues
        wednesday weds
        thursday thu thur thurs
        friday fri
        january jan
        february feb
        august aug
        september sep sept
        october oct
        november nov
        december dec
        flight flt plane flights
        account acct acc
        information info
        tickets tix ticket
        appointment appt
        reservation resv reservations booking bookings
        international intl
        passengers pax passenger
        customer cust customers
        service svc
        number num nr
        department dept
        management mgmt
        luggage baggage bags bag suitcase suitcases
        refund refunds reimbursement
        staff employees workers
        phone telephone
        buy purchase
        bought purchased
        help assist assistance
        fast quick quickly rapid rapidly
        fix repair
        fixed repaired
        broken faulty defective
        expensive pricey costly
        cheap inexpensive
        start begin
        started began
        answer reply respond response
        answered replied responded
        get receive
        got received
        tell inform
        told informed
        trip journey
        kids children
        mom mum mother
        dad father
        photo picture pic photos pictures pics
        film movie
        hotel inn
        shop store
        shops stores
        terrible awful horrible dreadful appalling atrocious
        amazing awesome fantastic wonderful superb brilliant
        great excellent
        angry furious mad
        happy glad pleased
        sad unhappy
        huge enormous massive
        tiny small little
        app application
        tonight 2nite tonite
        tomorrow tmrw tmr tomorow
        though tho
        through thru
        okay ok k
        great gr8
        before b4
        message msg
        about abt
        very v
        one 1
        two 2 twice
        three 3
        four 4
        five 5
        six 6
        seven 7
        eight 8
        nine 9
        ten 10
        eleven 11
        twelve 12
        thirteen 13
        fourteen 14
        fifteen 15
        sixteen 16
        seventeen 17
        eighteen 18
        nineteen 19
        twenty 20
        thirty 30
        forty 40
        fifty 50
        sixty 60
        seventy 70
        eighty 80
        ninety 90
        hundred 100
        """);

    private static readonly FrozenSet<ulong> HalvesOfDay = Set("am pm");

    // Changing one of these changes no fact.
    private static readonly FrozenSet<ulong> SoftWords = Set("""
        a an the this that these those and or but so very really just too also even still yet now then there here
        i me my mine we us our you your yours he she it its they them their his her him of to in on at for from by with as is are was were be been am
        do does did have has had will would shall should im ive ill youre its thats theyre weve were
        theres heres whats whos lets btw imo tbh fyi oh ok okay please well like literally actually honestly seriously lol omg smh ugh wow hey hi hello dear sir
        der die das ein eine einen einem und oder aber sehr auch noch ich mich mir mein meine wir uns ihr euch sie es ist sind war von zu im am mit
        el la los las un una unos y o pero muy yo mi me nos es son de del en con por para que
        le les des et ou mais tres je mon ma nous vous il elle est sont du dans avec pour que
        """);

    private static readonly FrozenSet<ulong> Negations = Set("""
        no not never none nobody nothing nowhere neither nor without hardly barely cant cannot dont wont isnt arent wasnt werent doesnt didnt
        havent hasnt hadnt wouldnt couldnt shouldnt aint unable stop stopped
        nicht kein keine keinen keinem keiner nie niemals ohne nichts nunca jamas sin nadie nada ni pas jamais sans rien aucun
        """);

    private static readonly FrozenSet<ulong> Praise = Set("""
        great good love loved best thanks thank thankful awesome amazing excellent perfect happy wonderful fantastic better glad
        danke gut super toll liebe gracias bueno bien merci
        """);

    private static readonly FrozenSet<ulong> Blame = Set("""
        terrible bad hate hated worst shame horrible awful worse angry sad disappointed poor pathetic
        schlecht schlimm furchtbar malo pesimo mauvais nul
        """);

    /// <summary>"am" or "pm".</summary>
    public static bool IsHalfOfDay(WordSketch word) => HalvesOfDay.Contains(word.Identity);

    public static bool IsPraise(WordSketch word) => Praise.Contains(word.Identity);

    public static bool IsBlame(WordSketch word) => Blame.Contains(word.Identity);

    /// <summary>The word, or the one it is short for, with what is known of it.</summary>
    public static WordSketch Understood(WordSketch word)
    {
        var meant = Canonical(word);
        return meant.Known(SoftWords.Contains(meant.Identity), Negations.Contains(meant.Identity));
    }

    private static WordSketch Canonical(WordSketch word) =>
        word.Length <= LongestShortForm && Same.TryGetValue(word.Identity, out var meant) ? word.Meaning(meant) : word;

    private static FrozenSet<ulong> Set(string words) => Split(words).Select(word => Canonical(SketchReader.Single(word)).Identity).ToFrozenSet();

    private static FrozenDictionary<ulong, WordSketch> Lines(string lines)
    {
        var same = new Dictionary<ulong, WordSketch>();
        foreach (var words in lines.Split('\n').Select(Split))
        {
            foreach (var word in words.Skip(1))
                same.TryAdd(SketchReader.Single(word).Identity, SketchReader.Single(words[0]));
        }
        return same.ToFrozenDictionary();
    }

    private static string[] Split(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
