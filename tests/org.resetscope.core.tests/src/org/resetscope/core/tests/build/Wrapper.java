package org.resetscope.core.tests.build;

/** Something that carries a packet: a tag, a shim or a tunnel. */
sealed interface Wrapper {

    Layered wrap(Layered inner);

    record Vlan(int id) implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            int own = inner.etherType() == 0x8100 ? 0x88a8 : 0x8100;
            return new Layered(own, new ByteWriter().u16(id).u16(inner.etherType()).bytes(inner.bytes()).toBytes());
        }
    }

    record Mpls(int label) implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            int bottom = inner.etherType() == 0x8847 ? 0 : 0x100;
            return new Layered(0x8847, new ByteWriter().u32(label << 12 | bottom | 64).bytes(inner.bytes()).toBytes());
        }
    }

    record Pppoe() implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            return new Layered(0x8864, new ByteWriter().u16(0x1100).u16(1).u16(inner.bytes().length + 2)
                    .u16(Framing.pppProtocol(inner.etherType())).bytes(inner.bytes()).toBytes());
        }
    }

    record IpInIp(String from, String to) implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            return outer(PacketBuilder.ip(from, to, inner.etherType() == 0x0800 ? 4 : 41, inner.bytes()));
        }
    }

    record Gre(String from, String to, boolean full, boolean ethernet) implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            ByteWriter gre = new ByteWriter().u16(full ? 0xb000 : 0).u16(ethernet ? 0x6558 : inner.etherType());
            if (full) {
                gre.u32(0).u32(77).u32(1);
            }
            return outer(PacketBuilder.ip(from, to, 47, gre.bytes(ethernet ? Framing.ethernet(inner) : inner.bytes()).toBytes()));
        }
    }

    record Vxlan(String from, String to, int vni) implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            byte[] payload = new ByteWriter().u32(0x08000000L).u32(vni << 8).bytes(Framing.ethernet(inner)).toBytes();
            return outer(PacketBuilder.udp(from + ":50000", to + ":4789", payload));
        }
    }

    record Geneve(String from, String to, int vni) implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            byte[] payload = new ByteWriter().u8(1).u8(0).u16(0x6558).u32(vni << 8).u32(0x01020300).bytes(Framing.ethernet(inner))
                    .toBytes();
            return outer(PacketBuilder.udp(from + ":50000", to + ":6081", payload));
        }
    }

    record Gtp(String from, String to, int teid) implements Wrapper {
        @Override
        public Layered wrap(Layered inner) {
            byte[] payload = new ByteWriter().u8(0x36).u8(255).u16(8 + inner.bytes().length).u32(teid).u16(1).u8(0).u8(0x85)
                    .u8(1).u16(0x0009).u8(0).bytes(inner.bytes()).toBytes();
            return outer(PacketBuilder.udp(from + ":2152", to + ":2152", payload));
        }
    }

    private static Layered outer(PacketBuilder packet) {
        byte[] bytes = packet.ipBytes();
        return new Layered(bytes[0] >> 4 == 4 ? 0x0800 : 0x86dd, bytes);
    }
}
