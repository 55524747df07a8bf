package org.resetscope.firewall.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.resetscope.core.configuration.Configuration;
import org.resetscope.core.configuration.ConfigurationCheck;
import org.resetscope.core.configuration.ConfigurationFormat;
import org.resetscope.core.configuration.ConfigurationText;
import org.resetscope.firewall.internal.firewalld.ZoneReader;
import org.resetscope.firewall.internal.lint.Catalog;
import org.resetscope.firewall.internal.model.BaseChain;
import org.resetscope.firewall.internal.model.Ruleset;
import org.resetscope.firewall.internal.model.Table;
import org.resetscope.firewall.internal.nft.NftJsonReader;
import org.resetscope.firewall.internal.nft.NftReader;
import org.resetscope.firewall.internal.openwrt.UciReader;
import org.resetscope.firewall.internal.read.IptablesReader;
import org.resetscope.firewall.internal.read.Listings;
import org.resetscope.firewall.internal.read.Problems;
import org.resetscope.firewall.internal.read.SysctlReader;

/**
 * The rules of Linux' netfilter, in whatever languages: one machine's may be in several at once (iptables and nft, say, and the kernel's
 * settings besides), which is why they are one format.
 */
public final class NetfilterFormat implements ConfigurationFormat {

    @Override
    public boolean recognises(String head) {
        return head.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#")) || NftJsonReader.recognises(head)
                || NftReader.recognises(head) || UciReader.recognises(head)
                || ZoneReader.recognises(head) || IptablesReader.recognises(head) || SysctlReader.recognises(head) || Listings.recognises(head);
    }

    @Override
    public Configuration parse(List<ConfigurationText> texts) {
        Problems problems = new Problems();
        IptablesReader iptables = new IptablesReader(problems);
        NftReader nft = new NftReader(problems);
        NftJsonReader json = new NftJsonReader(nft, problems);
        UciReader uci = new UciReader(nft, problems);
        ZoneReader zones = new ZoneReader(nft, problems);
        SysctlReader sysctl = new SysctlReader();
        Listings listings = new Listings(problems);
        for (ConfigurationText text : texts) {
            String head = text.text().substring(0, Math.min(text.text().length(), HEAD));
            if (NftJsonReader.recognises(head)) {
                json.read(text);
            } else if (ZoneReader.recognises(head)) {
                zones.read(text);
            } else if (UciReader.recognises(head)) {
                uci.read(text);
            } else if (NftReader.recognises(head)) {
                nft.read(text);
            } else if (SysctlReader.recognises(head)) {
                sysctl.read(text);
            } else if (Listings.recognises(head) && !IptablesReader.recognises(head)) {
                listings.read(text);
            } else {
                iptables.read(text);
            }
        }
        List<Table> tables = new ArrayList<>();
        List<BaseChain> baseChains = new ArrayList<>();
        iptables.finish(tables, baseChains);
        Set<String> managed = Set.copyOf(tables.stream().map(t -> t.family().id() + " " + t.name()).toList());
        // nft lists the tables of iptables-nft too, but says less of them
        nft.finish(tables, baseChains, managed);
        Map<String, String> all = new HashMap<>(nft.texts());
        texts.forEach(t -> all.put(t.name(), t.text()));
        String first = texts.isEmpty() ? "" : texts.get(0).name();
        return new NetfilterConfiguration(new Ruleset(tables, baseChains), sysctl, problems, first, all);
    }

    @Override
    public List<ConfigurationCheck> checks() {
        return Catalog.CHECKS;
    }
}
