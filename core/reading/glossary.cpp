#include "core/reading/glossary.h"

#include "core/reading/words.h"

#include <QHash>

#include <algorithm>

namespace entente::reading {

using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    const char16_t *korean;
    const char16_t *english;
};

constexpr Pair Terms[] = {
    // Security and defence at large
    {u"안보", u"security"}, {u"국방", u"defence"}, {u"방위", u"defence"}, {u"안보국방", u"security defence"}, {u"안보방위", u"security defence"}, {u"군사", u"military"},
    {u"동반자관계", u"partnership"}, {u"파트너십", u"partnership"}, {u"안보방위파트너십", u"Security and Defence Partnership"}, {u"인도태평양", u"indo pacific"},
    {u"인도·태평양", u"indo pacific"}, {u"인태", u"indo pacific"}, {u"인태지역", u"indo pacific region"}, {u"한반도", u"korean peninsula"}, {u"우크라이나", u"ukraine"},
    {u"러시아", u"russia"}, {u"규칙기반", u"rules based"}, {u"규범에기반한", u"rules based"}, {u"국제질서", u"international order"}, {u"법치", u"rule law"},
    {u"국제법", u"international law"}, {u"유사입장국", u"like minded countries"}, {u"다자", u"multilateral"}, {u"지역안보", u"regional security"},
    {u"전략대화", u"strategic dialogue"}, {u"정상회담", u"summit"}, {u"이행점검", u"review progress"}, {u"비밀정보", u"classified information"},
    {u"군사비밀", u"classified information"}, {u"비밀정보보호협정", u"Agreement on the Security of Information"}, {u"정보보호협정", u"Agreement on the Security of Information"},
    {u"정보보안협정", u"Agreement on the Security of Information"}, {u"보안통신", u"secure communication"},
    // Crisis management and peace
    {u"위기관리", u"crisis management"}, {u"위기관리활동", u"crisis management operations"}, {u"위기관리활동참여기본협정", u"Framework Participation Agreement"},
    {u"평화유지활동", u"peacekeeping operations"}, {u"평화유지", u"peacekeeping"}, {u"평화유지군", u"peacekeeping operations"}, {u"PKO", u"peacekeeping operations"},
    {u"공동안보방위정책", u"Common Security and Defence Policy missions and operations"}, {u"민간임무", u"civilian missions"}, {u"평화중재", u"peace mediation"}, {u"중재", u"mediation"}, {u"분쟁예방", u"conflict prevention"},
    {u"갈등예방", u"conflict prevention"}, {u"평화구축", u"peace conflict prevention"}, {u"조기경보", u"conflict prevention"},
    // Sea
    {u"해양", u"maritime"}, {u"해양안보", u"maritime security"}, {u"해양안보대화", u"maritime security dialogue"}, {u"해상교통로", u"sea lines of communication"}, {u"해상수송로", u"sea lines of communication"},
    {u"항행의자유", u"freedom of navigation"}, {u"상공비행의자유", u"freedom overflight"}, {u"항행", u"navigation"}, {u"유엔해양법협약", u"United Nations Convention on the Law of the Sea"}, {u"해군", u"naval navy"},
    {u"해적", u"naval operation horn africa"}, {u"아덴만", u"horn africa indian ocean"}, {u"청해부대", u"navy horn africa"}, {u"아탈란타", u"Operation Atalanta"}, {u"연합훈련", u"joint exercises"},
    {u"공동훈련", u"joint exercises"}, {u"합동훈련", u"joint exercises"}, {u"연합연습", u"joint exercises"}, {u"기항", u"port calls"}, {u"함정방문", u"port calls ship visits"}, {u"함정", u"ship naval"},
    {u"인도양", u"indian ocean"}, {u"동남아", u"southeast asia"}, {u"태평양도서국", u"pacific region"}, {u"불법어업", u"maritime security"}, {u"해양상황인식", u"maritime awareness capacity building"},
    {u"해저케이블", u"critical infrastructure"},
    // Cyber
    {u"사이버", u"cyber"}, {u"사이버안보", u"cyber security"}, {u"사이버보안", u"cyber security"}, {u"사이버위협", u"cyber threat"}, {u"사이버위협동향", u"cyber threat landscape"},
    {u"사이버공격", u"malicious cyber activities"}, {u"사이버활동", u"cyber activities"}, {u"악성사이버활동", u"malicious cyber activities"}, {u"불법사이버활동", u"illicit cyber activities"},
    {u"사이버범죄", u"cyber crime"}, {u"사이버정책협의회", u"cyber policy consultation"}, {u"사이버공간", u"cyberspace"}, {u"가상자산", u"illicit cyber income"}, {u"암호화폐", u"illicit cyber income"},
    {u"랜섬웨어", u"malicious cyber activities"}, {u"해킹", u"malicious cyber activities"}, {u"책임있는국가행동", u"framework of responsible state behaviour in cyberspace"},
    {u"책임있는행동", u"responsible behaviour norms"}, {u"신뢰구축조치", u"confidence building measures"}, {u"신뢰구축", u"confidence building"}, {u"역량강화", u"capacity building"},
    {u"역량구축", u"capacity building"}, {u"능력배양", u"capacity building"}, {u"외교적대응", u"diplomatic responses"}, {u"유엔행동프로그램", u"programme action"}, {u"행동계획", u"programme action"},
    // Hybrid threats and disinformation
    {u"하이브리드", u"hybrid"}, {u"하이브리드위협", u"hybrid threats"}, {u"복합위협", u"hybrid threats"}, {u"허위정보", u"disinformation fimi"}, {u"가짜뉴스", u"disinformation"},
    {u"정보조작", u"information manipulation fimi"}, {u"외국정보조작", u"foreign information manipulation interference fimi"}, {u"해외정보조작및개입", u"foreign information manipulation interference fimi"},
    {u"정보조작및개입", u"information manipulation interference fimi"}, {u"영향력공작", u"information manipulation interference"}, {u"전략커뮤니케이션", u"strategic communications"}, {u"전략소통", u"strategic communications"},
    {u"싱크탱크", u"think tanks"}, {u"학술교류", u"academic institutions"}, {u"우수사례", u"best practices"}, {u"모범사례", u"best practices"}, {u"위협평가", u"threat assessments"},
    {u"핵심기반시설", u"critical infrastructure"}, {u"주요기반시설", u"critical infrastructure"}, {u"중요기반시설", u"critical infrastructure"}, {u"중요인프라", u"critical infrastructure"},
    {u"핵심인프라", u"critical infrastructure"}, {u"기반시설", u"infrastructure"}, {u"회복력", u"resilience"}, {u"복원력", u"resilience"}, {u"회복탄력성", u"resilience"},
    // Terrorism and crime
    {u"테러", u"terrorism"}, {u"대테러", u"counter terrorism"}, {u"테러리즘", u"terrorism"}, {u"테러자금", u"terrorist financing"}, {u"테러자금조달", u"terrorist financing"},
    {u"폭력적극단주의", u"violent extremism"}, {u"극단주의", u"violent extremism"}, {u"급진화", u"radicalisation"}, {u"온라인급진화", u"online radicalisation"}, {u"외국인테러전투원", u"terrorism"},
    {u"지역사회경찰", u"community policing"}, {u"조직범죄", u"organised crime"}, {u"초국경조직범죄", u"transnational organised crime"}, {u"초국가범죄", u"transnational organised crime"},
    {u"초국가조직범죄", u"transnational organised crime"}, {u"초국경범죄", u"transnational organised crime"}, {u"인신매매", u"human trafficking"}, {u"마약", u"organised crime"}, {u"밀수", u"trafficking"},
    // Non-proliferation and arms
    {u"비확산", u"non proliferation"}, {u"핵비확산", u"nuclear non proliferation"}, {u"군축", u"disarmament"}, {u"군축비확산", u"disarmament non proliferation"}, {u"군축·비확산", u"disarmament non proliferation"},
    {u"핵비확산조약", u"Nuclear Non-Proliferation Treaty"}, {u"핵확산금지조약", u"Nuclear Non-Proliferation Treaty"}, {u"포괄적핵실험금지조약", u"Comprehensive Nuclear-Test-Ban Treaty"},
    {u"핵실험", u"nuclear test"}, {u"화학무기금지협약", u"Chemical Weapons Convention"}, {u"화학무기", u"chemical weapons"}, {u"생물무기금지협약", u"Biological and Toxin Weapons Convention"},
    {u"생물무기", u"biological weapons"}, {u"대량살상무기", u"weapons of mass destruction"}, {u"재래식무기", u"conventional weapons arms"}, {u"소형무기", u"small arms light weapons"},
    {u"무기이전", u"transfer weapons"}, {u"무기거래", u"transfer weapons"}, {u"수출통제", u"export control"}, {u"수출통제체제", u"export control regimes"}, {u"전략물자", u"export control"},
    {u"이중용도", u"export control"}, {u"군비통제", u"arms control"}, {u"군비경쟁", u"arms control"}, {u"핵보유국", u"nuclear weapon states"}, {u"핵무기국", u"nuclear weapon states"}, {u"핵무기", u"nuclear weapons"},
    {u"핵군축", u"nuclear disarmament"}, {u"핵", u"nuclear"}, {u"미사일", u"missile"}, {u"탄도미사일", u"ballistic missile"}, {u"북한", u"dprk"}, {u"북핵", u"dprk nuclear"}, {u"대북제재", u"dprk nuclear"},
    {u"인공지능", u"ai artificial intelligence"}, {u"군사분야인공지능", u"responsible ai military domain"}, {u"군사적이용", u"military domain"}, {u"책임있는이용", u"responsible use"},
    // Space
    {u"우주", u"space"}, {u"우주안보", u"space security"}, {u"우주안보대화", u"Dialogue on Space Security"}, {u"우주공간", u"outer space"}, {u"외기권", u"outer space"}, {u"우주활동", u"outer space"},
    {u"우주상황인식", u"space security"}, {u"위성", u"space"}, {u"우주쓰레기", u"safe sustainable space"}, {u"규범형성", u"norms rules principles"}, {u"규범", u"norms"}, {u"행동규범", u"norms responsible behaviour"},
    // Training, industry, economy
    {u"교육훈련", u"training education"}, {u"교육", u"education training"}, {u"훈련", u"training exercises"}, {u"안보방위대학", u"European Security and Defence College"}, {u"방위산업", u"defence industry"}, {u"방산", u"defence industry"},
    {u"방산협력", u"defence industry"}, {u"국방정책", u"defence initiatives"}, {u"방위정책", u"defence initiatives"}, {u"경제안보", u"economic security"}, {u"공급망", u"economic security supply chain"},
    {u"경제적강압", u"economic security risks"}, {u"개방경제", u"open economy"}, {u"핵심광물", u"economic security"},
    // Women, peace and security; human rights
    {u"여성평화안보", u"Women, Peace and Security"}, {u"여성·평화·안보", u"Women, Peace and Security"}, {u"성평등", u"gender equality"}, {u"양성평등", u"gender equality"}, {u"여성", u"women"},
    {u"안보리결의1325", u"Resolution 1325"}, {u"인권", u"human rights"}, {u"기후", u"climate"}, {u"기후변화", u"climate change"}, {u"디지털", u"digital"}, {u"반도체", u"semiconductors"},
};

struct Term
{
    QString phrase;
    QStringList words;
};

const QHash<QString, Term> &terms()
{
    static const QHash<QString, Term> all = [] {
        QHash<QString, Term> map;
        for (const Pair &pair : Terms) {
            QString key = QString::fromUtf16(pair.korean);
            key.remove(u'·');
            Term term{QString::fromUtf16(pair.english), {}};
            for (const Word &word : findWords(term.phrase)) {
                if (!isStopWord(word.text))
                    term.words.append(word.text);
            }
            map.insert(key, term);
        }
        return map;
    }();
    return all;
}

qsizetype longestTerm()
{
    static const qsizetype longest = [] {
        qsizetype size = 0;
        for (auto term = terms().constBegin(); term != terms().constEnd(); ++term)
            size = std::max(size, term.key().size());
        return size;
    }();
    return longest;
}

} // namespace

std::vector<FoundTerm> findKoreanTerms(const QString &text)
{
    QString letters;
    std::vector<qsizetype> at;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isHangul(text[i]) || text[i].isLetterOrNumber()) {
            letters += text[i];
            at.push_back(i);
        } else if (!text[i].isSpace() && text[i] != u'·' && text[i] != u'ㆍ' && text[i] != u'‧') {
            letters += u'.'; // a term does not go on past a comma
            at.push_back(i);
        }
    }
    std::vector<FoundTerm> found;
    for (qsizetype i = 0; i < letters.size();) {
        qsizetype taken = 0;
        if (isHangul(letters[i]) || letters[i] == u'P') {
            for (qsizetype size = std::min(longestTerm(), letters.size() - i); size > 0 && taken == 0; --size) {
                const auto term = terms().constFind(letters.mid(i, size));
                if (term == terms().constEnd())
                    continue;
                // One syllable says something only as a word of its own: "핵·미사일".
                const qsizetype first = at[static_cast<std::size_t>(i)];
                if (size == 1 && ((first > 0 && isHangul(text[first - 1])) || (first + 1 < text.size() && isHangul(text[first + 1]))))
                    continue;
                const qsizetype last = at[static_cast<std::size_t>(i + size - 1)];
                found.push_back({first, last + 1 - first, term->phrase, term->words});
                taken = size;
            }
        }
        i += std::max<qsizetype>(taken, 1);
    }
    return found;
}

QString commonStem(const QString &root)
{
    static const QHash<QString, QString> map = [] {
        const QStringList groups = {u"exercise drill manoeuvre"_s,
                                    u"ship vessel"_s,
                                    u"naval navy"_s,
                                    u"arms weapon weaponry armament"_s,
                                    u"terrorism terrorist terror"_s,
                                    u"disinformation misinformation"_s,
                                    u"space satellite orbit spacecraft"_s,
                                    u"critical vital"_s,
                                    u"radicalisation radicalise online-radicalisation"_s,
                                    u"traffic trafficking smuggling trafficker"_s,
                                    u"criminal crime"_s,
                                    u"gender sex"_s,
                                    u"industry industrial"_s,
                                    u"classified confidential"_s,
                                    u"treaty agreement"_s,
                                    u"nuclear atomic"_s,
                                    u"mediation mediator mediate"_s,
                                    u"hybrid sabotage"_s,
                                    u"training train"_s,
                                    u"women woman"_s,
                                    u"peacekeeping peacekeeper"_s,
                                    u"maritime sea ocean"_s,
                                    u"malicious hostile"_s,
                                    u"financing fund finance money"_s,
                                    u"ai artificial"_s,
                                    u"policing police"_s};
        QHash<QString, QString> stems;
        for (const QString &group : groups) {
            const QStringList words = group.split(u' ');
            const QString first = stem(evenSpelling(words.first()));
            for (const QString &word : words)
                stems.insert(stem(evenSpelling(word)), first);
        }
        return stems;
    }();
    return map.value(root, root);
}

} // namespace entente::reading
