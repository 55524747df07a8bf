package org.resetscope.ui.internal.theme;

import org.resetscope.core.scene.Palette;
import org.resetscope.core.scene.Role;

/** Colours of diagrams for high contrast: no tints, nothing grey. Text has a contrast of at least 7 (WCAG 2, AAA). */
final class ScenePalettes {

    static final Palette HIGH_CONTRAST_LIGHT = Palette.LIGHT
            .with(Role.SURFACE, 0xffffff).with(Role.TEXT, 0x000000).with(Role.MUTED, 0x303030)
            .with(Role.AXIS, 0x000000).with(Role.PACKET, 0x303030).with(Role.DATA, 0x003f9e).with(Role.ACKNOWLEDGED, 0x00512a)
            .with(Role.WINDOW, 0x5a4300).with(Role.GAP, 0x303030)
            .with(Role.RESET, 0x9c0010).with(Role.RESET_GROUND, 0xffffff).with(Role.TRIGGER, 0x6b3c00).with(Role.TRIGGER_GROUND, 0xffffff)
            .with(Role.EVIDENCE, 0x4c1d95).with(Role.NOTE, 0x7a3300).with(Role.DEVICE, 0x9c0010);

    static final Palette HIGH_CONTRAST_DARK = Palette.DARK
            .with(Role.SURFACE, 0x000000).with(Role.TEXT, 0xffffff).with(Role.MUTED, 0xe0e0e0)
            .with(Role.AXIS, 0xffffff).with(Role.PACKET, 0xe0e0e0).with(Role.DATA, 0x8cc4ff).with(Role.ACKNOWLEDGED, 0x7ff0ae)
            .with(Role.WINDOW, 0xffd75e).with(Role.GAP, 0xe0e0e0)
            .with(Role.RESET, 0xff9a9e).with(Role.RESET_GROUND, 0x000000).with(Role.ON_RESET, 0x000000)
            .with(Role.TRIGGER, 0xffc862).with(Role.TRIGGER_GROUND, 0x000000)
            .with(Role.EVIDENCE, 0xd3bdff).with(Role.ON_EVIDENCE, 0x000000).with(Role.NOTE, 0xffb878).with(Role.DEVICE, 0xff9a9e);

    private ScenePalettes() {
    }
}
