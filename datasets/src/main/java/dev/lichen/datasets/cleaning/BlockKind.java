package dev.lichen.datasets.cleaning;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a block of a page is, by its words, links and sentences.
 *
 * <p>After the ideas of boilerpipe (Kohlschütter et al., 2010: words and link density) and jusText (Pomikálek, 2011:
 * doubtful blocks go by their neighbours). An advertisement is told from an article about the same thing by how much of
 * it is the trade's vocabulary: a report on casinos names them, a casino's advertisement consists of them.
 */
enum BlockKind {
    /** Sentences. */
    ARTICLE,
    /** Too short to tell: a title, a name, a date. */
    DOUBTFUL,
    /** Menus, notices, lists of links. */
    FURNITURE,
    /** Praise of gambling, lending, goods. */
    ADVERTISING,
    /** Nothing. */
    BLANK;

    private static final double MOST_LINKS = 0.5;
    private static final double SOME_LINKS = 0.25;
    private static final double ADVERTISING_SHARE = 0.15;
    private static final int NOTICE_WORDS = 45;
    private static final int ARTICLE_WORDS = 12;
    private static final int MENU_PARTS = 4;
    private static final int MENU_PART_LENGTH = 12;

    private static final Pattern TRADE = Pattern.compile("(?i)"
            + String.join(
                    "|",
                    List.of(
                            // gambling
                            "娱乐城|娛樂城|百家乐|百家樂|老虎机|老虎機|时时彩|時時彩|六合彩|彩票网|北京赛车|真人视讯|真人視訊|真人荷官|体育投注|體育投注",
                            "线上博彩|線上博彩|博彩公司|博彩网|博彩網|投注网|投注網|投注平台|葡京|威尼斯人|太阳城|太陽城|棋牌|捕鱼|捕魚|轮盘|輪盤|下注|押注",
                            "彩金|返水|首存|首充|存款优惠|存款優惠|提款|出款|信誉|信譽|注册送|註冊送|开户|開戶|体验金|體驗金|优惠活动|優惠活動|官方网站|官方網站",
                            "最新网址|最新網址|备用网址|備用網址|官网入口|官網入口|立即注册|立即註冊|立即下载|立即下載|点击进入|點擊進入|加微信|客服微信|扫码|掃碼",
                            "\\b(?:casinos?|slots?|sportsbooks?|betting|free spins?|jackpots?|roulette|baccarat|blackjack|poker|no deposit|deposit bonus)\\b",
                            "\\b(?:welcome bonus|sign[- ]?up bonus|bonus code|wager|bookmakers?|lottery)\\b",
                            // lending, goods
                            "无抵押|無抵押|秒到账|秒到帳|贷款|貸款|代开发票|代開發票|包邮|包郵|限时抢购|限時搶購|正品|刷单|兼职日结",
                            "\\b(?:payday loans?|click here|buy now|order now|limited[- ]time offer|discount code|promo code|coupon|100% free|viagra|cialis)\\b",
                            "\\b(?:act now|cheap|special offer|best price|sign up now|join now|play now)\\b")));

    private static final Pattern NOTICE = Pattern.compile(
            "(?i)版权所有|版權所有|著作权|转载请|轉載請|未经授权|未經授權|ICP备|ICP备案|公网安备|责任编辑|責任編輯|责编[:：]|"
                    + "分享到|分享至|扫一扫|上一篇|下一篇|相关阅读|相關閱讀|相关新闻|相關新聞|延伸阅读|延伸閱讀|热门推荐|熱門推薦|返回首页|返回首頁|举报|打印本页|"
                    + "点击查看更多|登录后|登入後|我来说两句|网友评论|關注我們|关注我们|免责声明|免責聲明|"
                    + "©|\\(c\\) ?\\d{4}|all rights reserved|copyright|cookies?\\b.*(?:accept|policy|use)|privacy policy|terms of (?:use|service)|"
                    + "subscribe to|sign in|log in|sign up for|newsletter|read more|share (?:this|on)|follow us|related (?:articles|stories|posts)|"
                    + "skip to (?:main )?content|leave a (?:comment|reply)|advertisement|sponsored|back to top|print this|next (?:article|post)|previous (?:article|post)");

    private static final Pattern SEPARATORS = Pattern.compile("\\s*[|｜>»›•·_/—-]+\\s*|\\s{2,}|、");

    static BlockKind of(PageBlock block) {
        String text = block.text().strip();
        if (text.isEmpty()) {
            return BLANK;
        }
        if (isAdvertising(block)) {
            return ADVERTISING;
        }
        if (block.linkDensity() > MOST_LINKS || isMenu(block) || isNotice(block)) {
            return FURNITURE;
        }
        return block.words() >= ARTICLE_WORDS && block.hasSentence() ? ARTICLE : DOUBTFUL;
    }

    private static boolean isAdvertising(PageBlock block) {
        List<String> terms =
                TRADE.matcher(block.text()).results().map(MatchResult::group).toList();
        if (terms.isEmpty()) {
            return false;
        }
        int covered = terms.stream().mapToInt(String::length).sum();
        double share = (double) covered / block.text().strip().length();
        boolean several = terms.stream().distinct().count() >= 2;
        return (several && share >= ADVERTISING_SHARE) || block.linkDensity() >= SOME_LINKS;
    }

    private static boolean isNotice(PageBlock block) {
        return block.words() <= NOTICE_WORDS && NOTICE.matcher(block.text()).find();
    }

    /** A menu is a row of short names between separators, and no sentence. */
    private static boolean isMenu(PageBlock block) {
        List<String> parts = Arrays.stream(SEPARATORS.split(block.text().strip()))
                .filter(part -> !part.isBlank())
                .toList();
        return parts.size() >= MENU_PARTS
                && !block.hasSentence()
                && parts.stream().mapToInt(String::length).average().orElse(0) <= MENU_PART_LENGTH;
    }
}
