package org.resetscope.firewall.internal.fix;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.resetscope.core.configuration.Fix.Edit;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Family;
import org.resetscope.firewall.internal.model.Hook;
import org.resetscope.firewall.internal.model.Language;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Source;
import org.resetscope.firewall.internal.model.Table;

/** Writes into texts of nft, in which a line end separates rules anywhere in a chain. */
final class NftEditor implements Editor {

    /** What stands before a rule that is added by a command of its own. */
    private static final Pattern COMMAND = Pattern.compile("\\s*(nft\\s+)?(add|insert|create)\\s+[^{;]*");
    /** What follows on a rule that ends on its line. */
    private static final Pattern ENDS = Pattern.compile("\\s*([;}#].*)?");

    private final Ruleset rules;
    private final Family family;
    private final Texts texts;

    NftEditor(Ruleset rules, Family family, Texts texts) {
        this.rules = rules;
        this.family = family;
        this.texts = texts;
    }

    @Override
    public List<Edit> before(Place place, Remedy remedy) {
        Source rule = place.source();
        String words = NftWords.of(remedy, family);
        String head = head(rule);
        Matcher command = COMMAND.matcher(head);
        if (command.matches()) {
            // of two insertions at the top, the later one is asked first
            return List.of(Texts.insertion(rule.file(), rule.line() + (command.group(2).equals("insert") ? 1 : 0), 1, head + words + "\n"));
        }
        return List.of(Texts.insertion(rule.file(), rule.line(), rule.column(), words + "\n" + indent(head)));
    }

    @Override
    public List<Edit> after(Place place, Remedy remedy) {
        return after(place.source(), NftWords.of(remedy, family));
    }

    private List<Edit> after(Source rule, String words) {
        String head = head(rule);
        return !ends(rule) || COMMAND.matcher(head).matches() ? List.of()
                : List.of(Texts.insertion(rule.file(), rule.line(), rule.endColumn(), "\n" + indent(head) + words));
    }

    /** Whether a rule ends on the line where it begins. */
    private boolean ends(Source rule) {
        String line = texts.line(rule.file(), rule.line());
        return ENDS.matcher(line.substring(Math.min(line.length(), rule.endColumn() - 1))).matches();
    }

    /** What stands before a rule on its line. */
    private String head(Source rule) {
        String line = texts.line(rule.file(), rule.line());
        return line.substring(0, Math.min(line.length(), rule.column() - 1));
    }

    private static String indent(String head) {
        int blanks = head.length() - head.stripLeading().length();
        return head.isBlank() ? head : head.substring(0, blanks) + "\t";
    }

    @Override
    public List<Edit> first(Table like, Hook hook, Remedy remedy) {
        BaseChains wanted = BaseChains.of(remedy);
        for (BaseChain base : rules.at(family, hook)) {
            if (base.table().language() == Language.NFT && wanted.fits(base)) {
                Source end = base.chain().end();
                if (!base.chain().rules().isEmpty()) {
                    return before(new Place(base.table(), base.chain(), base.chain().rules().get(0)), remedy);
                } else if (end != null) {
                    return List.of(Texts.insertion(end.file(), end.line(), end.column(), "\t" + NftWords.of(remedy, family) + "\n\t"));
                }
            }
        }
        if (like.end() == null || like.name().startsWith("netdev")) {
            return List.of();
        }
        String name = hook.name().toLowerCase(Locale.ROOT);
        return List.of(Texts.insertion(like.end().file(), like.end().line(), like.end().column(), "\n\tchain " + wanted.name(hook) + " {\n\t\ttype "
                + wanted.type + " hook " + name + " priority " + wanted.priority + "; policy accept;\n\t\t" + NftWords.of(remedy, family) + "\n\t}\n"));
    }

    @Override
    public List<Edit> without(Place place) {
        Source rule = place.source();
        if (!ends(rule)) {
            return List.of();
        }
        boolean whole = head(rule).isBlank() && texts.line(rule.file(), rule.line()).length() < rule.endColumn();
        return List.of(whole ? Texts.deletion(rule.file(), rule.line())
                : new Edit(rule.file(), rule.line(), rule.column(), rule.line(), rule.endColumn(), ""));
    }

    @Override
    public List<Edit> behind(Place place, Place other) {
        Source rule = place.source();
        if (!ends(rule) || COMMAND.matcher(head(rule)).matches()) {
            return List.of();
        }
        String words = texts.line(rule.file(), rule.line()).substring(rule.column() - 1, rule.endColumn() - 1);
        List<Edit> written = after(other.source(), words);
        return written.isEmpty() ? List.of() : List.of(without(place).get(0), written.get(0));
    }

    @Override
    public List<Edit> dropping(Place place) {
        Source target = place.rule().target();
        return List.of(new Edit(target.file(), target.line(), target.column(), target.line(), target.endColumn(), "drop"));
    }

    @Override
    public List<Edit> keepingPorts(Place place) {
        Source rule = place.source();
        String line = texts.line(rule.file(), rule.line());
        String without = line.replaceAll("\\s(fully-)?random,|,(fully-)?random\\b", " ").replaceAll("\\s+(fully-)?random\\b", "");
        return without.equals(line) ? List.of() : List.of(new Edit(rule.file(), rule.line(), 1, rule.line(), line.length() + 1, without));
    }
}
