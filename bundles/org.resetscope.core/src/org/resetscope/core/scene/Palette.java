package org.resetscope.core.scene;

import java.util.EnumMap;
import java.util.Map;

/** A colour for each role. Text has a contrast of at least 4.5 to what it stands on, in both palettes (WCAG 2, AA). */
public final class Palette {

    /** Dark on white. */
    public static final Palette LIGHT = new Palette()
            .with(Role.BACKGROUND, 0xffffff).with(Role.SURFACE, 0xf3f5f8).with(Role.TEXT, 0x1b2430).with(Role.MUTED, 0x586575)
            .with(Role.AXIS, 0x98a4b3).with(Role.PACKET, 0x64748b).with(Role.DATA, 0x1d5fb4).with(Role.ACKNOWLEDGED, 0x0f7a43)
            .with(Role.WINDOW, 0x8a6a00).with(Role.GAP, 0x626f80)
            .with(Role.RESET, 0xc81e2c).with(Role.RESET_GROUND, 0xfdebec).with(Role.ON_RESET, 0xffffff)
            .with(Role.TRIGGER, 0x96590a).with(Role.TRIGGER_GROUND, 0xfdf4e0).with(Role.EVIDENCE, 0x6d3fc0)
            .with(Role.ON_EVIDENCE, 0xffffff).with(Role.NOTE, 0x9a4f0c).with(Role.DEVICE, 0xc81e2c);

    /** Light on nearly black. */
    public static final Palette DARK = new Palette()
            .with(Role.BACKGROUND, 0x1b1f24).with(Role.SURFACE, 0x272d35).with(Role.TEXT, 0xe6eaf0).with(Role.MUTED, 0xa5b0be)
            .with(Role.AXIS, 0x66717f).with(Role.PACKET, 0x9aa7b8).with(Role.DATA, 0x6fb1ff).with(Role.ACKNOWLEDGED, 0x6fce9b)
            .with(Role.WINDOW, 0xd9b44a).with(Role.GAP, 0xa0acba)
            .with(Role.RESET, 0xff6b70).with(Role.RESET_GROUND, 0x41232a).with(Role.ON_RESET, 0x24090c)
            .with(Role.TRIGGER, 0xf2b84b).with(Role.TRIGGER_GROUND, 0x393020).with(Role.EVIDENCE, 0xbb9aff)
            .with(Role.ON_EVIDENCE, 0x1c1033).with(Role.NOTE, 0xf0a560).with(Role.DEVICE, 0xff6b70);

    private final Map<Role, Integer> colours = new EnumMap<>(Role.class);

    private Palette() {
    }

    /** A copy with another colour for one role; the scene's own colours can so follow a theme. */
    public Palette with(Role role, int rgb) {
        Palette copy = new Palette();
        copy.colours.putAll(colours);
        copy.colours.put(role, rgb & 0xffffff);
        return copy;
    }

    /** 0xRRGGBB. */
    public int rgb(Role role) {
        return colours.get(role);
    }

    /** As CSS writes it: #rrggbb. */
    public String css(Role role) {
        return String.format("#%06x", rgb(role));
    }
}
