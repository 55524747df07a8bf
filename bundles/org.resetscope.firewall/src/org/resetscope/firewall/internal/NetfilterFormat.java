package org.resetscope.firewall.internal;

import java.util.List;

import org.resetscope.core.configuration.Configuration;
import org.resetscope.core.configuration.ConfigurationCheck;
import org.resetscope.core.configuration.ConfigurationFormat;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.lint.Catalog;
import org.resetscope.firewall.internal.read.IptablesReader;
import org.resetscope.firewall.internal.read.Problems;

/** The rules of Linux' netfilter. */
public final class NetfilterFormat implements ConfigurationFormat {

    @Override
    public boolean recognises(String head) {
        return head.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#")) || IptablesReader.recognises(head);
    }

    @Override
    public Configuration parse(List<ConfigurationText> texts) {
        Problems problems = new Problems();
        IptablesReader reader = new IptablesReader(problems);
        texts.forEach(reader::read);
        String first = texts.isEmpty() ? "" : texts.get(0).name();
        return new NetfilterConfiguration(reader.ruleset(), problems, first);
    }

    @Override
    public List<ConfigurationCheck> checks() {
        return Catalog.CHECKS;
    }
}
